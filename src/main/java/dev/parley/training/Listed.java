package dev.parley.training;

/**
 * A line of a list beside the examples: what a synonym is written as, a regular expression, or a
 * name of a lookup table. The inventory and the types of slots play the part of the latter two.
 *
 * @param name what the synonym means, or what the expression or the table finds
 * @param line from 1
 */
public record Listed(Kind kind, String name, String text, String file, int line) {

  /** What a list is for. */
  public enum Kind {
    SYNONYM,
    REGEX,
    LOOKUP
  }
}
