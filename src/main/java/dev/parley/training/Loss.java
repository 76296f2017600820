package dev.parley.training;

import dev.parley.understanding.VectorMath;

/** Cross-entropy with smoothed labels. */
final class Loss {
  private Loss() {}

  /**
   * Turns scores into probability minus truth, which is the loss's gradient.
   *
   * @param smoothing the part of the probability that is shared among all labels
   * @return the sum of their squares
   */
  static double toErrors(float[] scores, int label, double smoothing) {
    VectorMath.logSoftmax(scores);
    double squares = 0;
    for (int k = 0; k < scores.length; k++) {
      double truth = smoothing / scores.length + (k == label ? 1 - smoothing : 0);
      scores[k] = (float) (Math.exp(scores[k]) - truth);
      squares += scores[k] * scores[k];
    }
    return squares;
  }
}
