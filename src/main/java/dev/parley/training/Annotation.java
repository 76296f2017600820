package dev.parley.training;

import org.jspecify.annotations.Nullable;

/**
 * A marked part of an example.
 *
 * @param start first character in the example's text; {@code end} is exclusive
 * @param slot the name of the slot that it fills: the role where one is written, else the entity
 * @param value what it means where that differs from what is written; else the marked text
 * @param entity as Rasa calls the kind of thing that it is
 * @param group which of several things of the message it belongs to, as Rasa writes it, or null
 */
public record Annotation(
    int start, int end, String slot, String value, String entity, @Nullable String group) {

  /** One whose slot is called as its entity. */
  public Annotation(int start, int end, String slot, String value) {
    this(start, end, slot, value, slot, null);
  }

  /** What tells it apart from others of its entity, or null. */
  public @Nullable String role() {
    return slot.equals(entity) ? null : slot;
  }
}
