package dev.parley.dialogue;

import dev.parley.intent.ActionRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an input leads to.
 *
 * @param next the dialogue afterwards
 * @param acts in order
 * @param about the request that the input was taken to make, change or answer; null for a dialogue
 *     act and for what was not understood
 */
public record Step(Dialogue next, List<SystemAct> acts, @Nullable ActionRequest about) {
  public Step {
    acts = List.copyOf(acts);
  }

  static Step of(Dialogue next, SystemAct... acts) {
    return new Step(next, List.of(acts), null);
  }

  /** The same acts, in another dialogue. */
  Step in(Dialogue other) {
    return new Step(other, acts, about);
  }

  Step about(ActionRequest request) {
    return new Step(next, acts, request);
  }

  Step missed(int inARow) {
    return new Step(next.missed(inARow), acts, about);
  }

  /** This step, with something said before all else. */
  Step saying(SystemAct first) {
    return new Step(next, Stream.concat(Stream.of(first), acts.stream()).toList(), about);
  }

  /** What this step adds to one before it. */
  Step after(Step before) {
    return new Step(next, Stream.concat(before.acts.stream(), acts.stream()).toList(), about);
  }

  /** This step, with one more act at its end. */
  Step then(SystemAct last) {
    return new Step(next, Stream.concat(acts.stream(), Stream.of(last)).toList(), about);
  }
}
