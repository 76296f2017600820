package dev.parley.understanding;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a message hangs together with what was said before it.
 *
 * @param change what its values do to those that stand
 * @param alike whether it asks for what was asked for last, with these values: "same on web-02"
 * @param instead whether its request replaces the pending one: "actually just reload it"
 * @param pointers the words in it that stand for something named before
 */
public record Link(Change change, boolean alike, boolean instead, Set<Pointer> pointers) {
  /** It stands for itself. */
  public static final Link NONE = new Link(Change.REPLACE, false, false, Set.of());

  /** What the values of a message do to those that a request has. */
  public enum Change {
    REPLACE,
    /** "also web-03". */
    ADD,
    /** "not web-01". */
    REMOVE
  }

  /** A word that stands for something named before. */
  public enum Pointer {
    /** "it", "its", "that": whatever fits. */
    IT,
    /** "there": a place. */
    THERE,
    /** "that host". */
    THAT_HOST,
    /** "that service". */
    THAT_SERVICE,
    /** "them", "both": all of them. */
    THEM,
    /** "the other one": of two, the one that was not meant. */
    OTHER
  }

  public Link {
    pointers = pointers.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(pointers));
  }

  static Link of(Change change) {
    return new Link(change, false, false, Set.of());
  }
}
