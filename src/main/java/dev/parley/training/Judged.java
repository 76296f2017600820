package dev.parley.training;

import dev.parley.understanding.IntentModel;

/**
 * What became of one test sentence.
 *
 * @param best the best intent, before rejection
 * @param accepted whether it was taken, not rejected
 * @param inScope how much it looked like something to act on, higher is more
 */
public record Judged(
    String text,
    String expected,
    String best,
    double confidence,
    boolean accepted,
    double inScope) {
  /** Whether it is meant for none of the intents. */
  public boolean foreign() {
    return expected.equals(IntentModel.NEGATIVE);
  }

  /** What it was taken for in the end. */
  public String predicted() {
    return accepted ? best : IntentModel.NEGATIVE;
  }

  public boolean right() {
    return predicted().equals(expected);
  }
}
