package dev.parley.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of comparing a new model with the one that read messages before.
 *
 * @param against the version that it was compared with, or null where there was none
 * @param held why it is not used by itself, a sentence each; empty when it is
 * @param changed known examples that it answers in another way, a line each
 * @param forced whether somebody had it used whatever the comparison says
 */
public record Verdict(
    @Nullable String against, List<String> held, List<String> changed, boolean forced) {
  /** A model that nothing is compared with. */
  public static final Verdict FIRST = new Verdict(null, List.of(), List.of(), false);

  /** A model that is still being compared. */
  static final Verdict OPEN =
      new Verdict(null, List.of("It is still being compared."), List.of(), false);

  public Verdict {
    held = held == null ? List.of() : List.copyOf(held);
    changed = changed == null ? List.of() : List.copyOf(changed);
  }

  /** Whether it reads messages by itself. */
  public boolean passes() {
    return held.isEmpty() || forced;
  }

  /** The same with a further reason not to use it. */
  public Verdict and(List<String> reasons, List<String> moreChanged) {
    var allReasons = new java.util.ArrayList<>(held);
    allReasons.addAll(reasons);
    var allChanged = new java.util.ArrayList<>(changed);
    allChanged.addAll(moreChanged);
    return new Verdict(against, allReasons, allChanged, forced);
  }

  /** The same, used nevertheless. */
  public Verdict byForce() {
    return new Verdict(against, held, changed, true);
  }
}
