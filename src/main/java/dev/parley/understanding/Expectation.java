package dev.parley.understanding;

import dev.parley.intent.ActionRequest;
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
 * @param said what the pending request has so far, or null
 * @param recent the last request that was made, while it is not too old to be referred to, or null
 */
public record Expectation(
    @Nullable Intent pending,
    @Nullable Slot asked,
    List<String> choices,
    boolean confirming,
    @Nullable ActionRequest said,
    @Nullable Topic recent) {
  public Expectation {
    choices = List.copyOf(choices);
  }

  /** Awaited with nothing said before. */
  public Expectation(
      @Nullable Intent pending, @Nullable Slot asked, List<String> choices, boolean confirming) {
    this(pending, asked, choices, confirming, null, null);
  }

  /** The same with a question for a slot, for which the choices were shown. */
  public Expectation asking(@Nullable Slot slot, List<String> shown) {
    return new Expectation(pending, slot, shown, confirming, said, recent);
  }

  /** The request that is pending, with what it has. */
  @Nullable Topic topic() {
    return pending == null || said == null ? null : new Topic(pending, said);
  }

  /** Nothing is awaited. */
  public static Expectation none() {
    return new Expectation(null, null, List.of(), false);
  }
}
