package dev.parley.training;

import dev.parley.understanding.CrfWeights;
import java.util.List;

/**
 * Where the numbers of words' states lie.
 *
 * @param mean of each number
 * @param scale one over its standard deviation
 */
record StateSpread(float[] mean, float[] scale) {
  private static final int ENOUGH = 20_000;
  private static final double LEAST_VARIANCE = 1e-4;

  /**
   * @param numbers how many a state has
   */
  static StateSpread of(List<TaggedExample> examples, WordStates states, int numbers) {
    var sums = new double[numbers];
    var squares = new double[numbers];
    int count = 0;
    for (int e = 0; e < examples.size() && count < ENOUGH && numbers > 0; e++) {
      for (float[] state : states.of(examples.get(e).text(), examples.get(e).words())) {
        for (int k = 0; k < numbers; k++) {
          sums[k] += state[k];
          squares[k] += (double) state[k] * state[k];
        }
        count++;
      }
    }
    var spread = new StateSpread(new float[numbers], new float[numbers]);
    for (int k = 0; k < numbers; k++) {
      double mean = sums[k] / Math.max(1, count);
      double variance = squares[k] / Math.max(1, count) - mean * mean;
      spread.mean[k] = (float) mean;
      spread.scale[k] = (float) (1 / Math.sqrt(Math.max(variance, LEAST_VARIANCE)));
    }
    return spread;
  }

  float[][] standardised(float[][] states) {
    for (float[] state : states) {
      CrfWeights.standardise(state, mean, scale);
    }
    return states;
  }
}
