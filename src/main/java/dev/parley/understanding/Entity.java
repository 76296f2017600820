package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing that a message names, resolved against what exists.
 *
 * @param slot the slot that it fills where the message says so (an exact command, a trained label),
 *     else null: the dialogue assigns it by type
 * @param text as typed
 * @param start first character in the normalised text; {@code end} is exclusive
 * @param values what it turned out to be: several for a group, one unknown value for a closed name
 *     that does not exist, none when ambiguous
 * @param candidates canonical names to choose from when ambiguous, near names when unknown
 */
public record Entity(
    SlotType type,
    @Nullable String slot,
    String text,
    int start,
    int end,
    List<SlotValue> values,
    List<String> candidates) {
  public Entity {
    values = List.copyOf(values);
    candidates = List.copyOf(candidates);
  }

  /** The same with other values. */
  Entity with(List<SlotValue> others) {
    return new Entity(type, slot, text, start, end, others, candidates);
  }

  /** The same with what is shown in the place of a secret. */
  public Entity closed(String shown, List<SlotValue> others) {
    return new Entity(type, slot, shown, start, end, others, List.of());
  }

  /** The same in a text that begins earlier. */
  Entity shifted(int by) {
    return new Entity(type, slot, text, start + by, end + by, values, candidates);
  }
}
