package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the dialogue waits for, which decides how a short answer is read.
 *
 * @param pending the intent that is being filled or confirmed, or null
 * @param asked the slot that was asked for, or null
 * @param choices what was offered, empty when nothing was
 * @param confirming whether a yes or no is awaited
 */
public record Expectation(
    @Nullable Intent pending, @Nullable Slot asked, List<String> choices, boolean confirming) {
  public Expectation {
    choices = List.copyOf(choices);
  }

  /** Nothing is awaited. */
  public static Expectation none() {
    return new Expectation(null, null, List.of(), false);
  }
}
