package dev.parley.training;

import java.util.Arrays;
import java.util.List;

/**
 * Decides whether a sentence is in scope, from how well it fits and how much it resembles examples.
 * Both are measured in standard deviations of what left-out examples reach, the resemblance counts
 * half. The threshold is where {@value #KEPT} of the left-out examples are right and accepted.
 *
 * @param threshold negative infinity accepts everything
 */
record Rejection(
    double fitMean, double fitDeviation, double nearMean, double nearDeviation, double threshold) {
  private static final double KEPT = 0.991;

  /**
   * How a sentence looks.
   *
   * @param fit the best intent's log-probability, less half of the negative class's
   * @param nearness the mean cosine with its nearest examples
   */
  record Evidence(double fit, double nearness, boolean right) {}

  /** Accepts everything; without left-out examples, what is usual is guessed. */
  static final Rejection NONE = new Rejection(0, 1, 0.8, 0.1, Double.NEGATIVE_INFINITY);

  /** Learns from left-out examples that are in scope. */
  static Rejection choose(List<Evidence> leftOut) {
    double[] fits = leftOut.stream().mapToDouble(Evidence::fit).toArray();
    double[] nearnesses = leftOut.stream().mapToDouble(Evidence::nearness).toArray();
    double fitMean = mean(fits);
    double nearMean = mean(nearnesses);
    var open =
        new Rejection(
            fitMean,
            deviation(fits, fitMean),
            nearMean,
            deviation(nearnesses, nearMean),
            Double.NEGATIVE_INFINITY);
    return open.withThreshold(leftOut);
  }

  private Rejection withThreshold(List<Evidence> leftOut) {
    double[] right =
        leftOut.stream().filter(Evidence::right).mapToDouble(this::inScope).sorted().toArray();
    int lost = (int) Math.floor((1 - KEPT) * right.length);
    double lowest = right.length == 0 ? Double.NEGATIVE_INFINITY : right[lost];
    return new Rejection(fitMean, fitDeviation, nearMean, nearDeviation, lowest);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  double inScope(Evidence evidence) {
    return (evidence.fit() - fitMean) / fitDeviation
        + 0.5 * (evidence.nearness() - nearMean) / nearDeviation;
  }

  private static double deviation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.max(1e-6, Math.sqrt(squares / Math.max(1, values.length)));
  }
}
