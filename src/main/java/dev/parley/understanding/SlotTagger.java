package dev.parley.understanding;

import java.util.List;
import java.util.function.Predicate;

/** Finds the values of slots in a text by what stands around them. Safe for many threads. */
public interface SlotTagger {
  /**
   * Tags a text.
   *
   * @param text as {@link RequestText} leaves it
   * @param slots which slots there may be
   * @return in the order in which they stand; none overlap
   */
  List<TaggedSpan> tag(String text, Predicate<String> slots);

  /** Whether examples say where a slot's values stand; what none marks is only asked for. */
  default boolean knows(String slot) {
    return true;
  }

  /** A tagger that finds nothing, for where none was learnt. */
  static SlotTagger none() {
    return (text, slots) -> List.of();
  }

  /** Tags a text with whatever slots were learnt. */
  default List<TaggedSpan> tag(String text) {
    return tag(text, slot -> true);
  }
}
