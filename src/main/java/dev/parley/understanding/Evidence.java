package dev.parley.understanding;

import java.util.List;

/**
 * Why a message was read as it was, in numbers.
 *
 * @param ranking the best intents, best first
 * @param margin how much better the best fits than "not meant for me"
 * @param leastMargin what that has to be
 * @param resemblance how like the second-nearest example of the best it is
 * @param leastResemblance what that has to be for it to be acted on
 */
public record Evidence(
    List<ScoredIntent> ranking,
    double margin,
    double leastMargin,
    double resemblance,
    double leastResemblance) {
  public Evidence {
    ranking = List.copyOf(ranking);
  }

  /** Whether it fits better than what is meant for nobody. */
  public boolean fits() {
    return margin >= leastMargin;
  }

  /** Whether it is like enough to what is known. */
  public boolean resembles() {
    return resemblance >= leastResemblance;
  }
}
