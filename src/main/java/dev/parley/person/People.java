package dev.parley.person;

import dev.parley.conversation.Speaker;
import java.util.Collection;
import java.util.Optional;

/** Tells who speaks. */
public interface People {
  /** The person whose account this is; a guest when nobody's. */
  Person identify(Speaker speaker);

  /**
   * Why somebody may hold fewer roles just now than they should, as part of a sentence; empty when
   * all is known.
   */
  default Optional<String> trouble(Person person) {
    return Optional.empty();
  }

  /** Everybody who is named, for "who could". */
  Collection<Person> all();
}
