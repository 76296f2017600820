package dev.parley.training;

import dev.parley.understanding.LabelScorer;
import dev.parley.understanding.MixedScorer;
import dev.parley.understanding.VectorMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much each scorer of a mixture counts. One set of examples is told apart by its wording, the
 * next by what it means: the shares are those under which examples that none of the scorers had
 * seen are most likely, as in a logarithmic opinion pool (Heskes, Selecting weighting factors in
 * logarithmic opinion pools, 1998).
 */
final class Shares {
  private static final int ITERATIONS = 60;
  private static final double TOLERANCE = 1e-6;

  private final float[] shares;

  private Shares(float[] weights) {
    float sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    shares = new float[weights.length];
    for (int p = 0; p < shares.length; p++) {
      shares[p] = weights[p] / sum;
    }
  }

  /**
   * What scorers made of an example.
   *
   * @param outcomes a row for each scorer, the log-probabilities of the labels
   */
  record Tried(float[][] outcomes, int label) {}

  /** The same for each. */
  static Shares equal(int scorers) {
    var weights = new float[scorers];
    Arrays.fill(weights, 1);
    return new Shares(weights);
  }

  /**
   * Those that suit examples best.
   *
   * @param scorers how many there are
   */
  static Shares choose(List<Tried> tried, int scorers) {
    if (tried.isEmpty() || scorers == 1) {
      return equal(scorers);
    }
    // Logarithms of weights, for none is negative. How sure the mixture is comes out by the way.
    var logs = new float[scorers];
    Arrays.fill(logs, (float) -Math.log(scorers));
    new Lbfgs((x, gradient) -> loss(tried, x, gradient), ITERATIONS, TOLERANCE).minimise(logs);
    return new Shares(weights(logs));
  }

  private static float[] weights(float[] logs) {
    var weights = new float[logs.length];
    for (int p = 0; p < logs.length; p++) {
      weights[p] = (float) Math.exp(logs[p]);
    }
    return weights;
  }

  /** The mean surprise, and how it changes with each logarithm. */
  private static double loss(List<Tried> tried, float[] logs, float[] gradient) {
    float[] weights = weights(logs);
    var slopes = new double[weights.length];
    double loss = 0;
    for (Tried one : tried) {
      float[] mixed = mix(weights, one.outcomes());
      loss -= mixed[one.label()];
      addSlopes(one, mixed, slopes);
    }
    for (int p = 0; p < slopes.length; p++) {
      gradient[p] = (float) (weights[p] * slopes[p] / tried.size());
    }
    return loss / tried.size();
  }

  /** What each scorer would be expected to say, less what it says of the right label. */
  private static void addSlopes(Tried one, float[] mixed, double[] slopes) {
    for (int k = 0; k < mixed.length; k++) {
      mixed[k] = (float) Math.exp(mixed[k]);
    }
    for (int p = 0; p < slopes.length; p++) {
      float[] outcomes = one.outcomes()[p];
      slopes[p] += VectorMath.dot(mixed, outcomes, mixed.length) - outcomes[one.label()];
    }
  }

  private static float[] mix(float[] weights, float[][] outcomes) {
    var mixed = new float[outcomes[0].length];
    for (int p = 0; p < weights.length; p++) {
      VectorMath.addScaled(weights[p], outcomes[p], mixed);
    }
    VectorMath.logSoftmax(mixed);
    return mixed;
  }

  /** The share of a scorer. */
  float of(int scorer) {
    return shares[scorer];
  }

  /** The log-probabilities of the mixture. */
  float[] mix(float[][] outcomes) {
    return mix(shares, outcomes);
  }

  /**
   * The scorers together.
   *
   * @param learnt one list of all scorers for each set of examples that they were learnt from;
   *     scorers of a kind have its share in equal parts
   */
  LabelScorer mix(List<List<LabelScorer>> learnt) {
    var parts = new ArrayList<MixedScorer.Part>();
    for (List<LabelScorer> scorers : learnt) {
      for (int p = 0; p < shares.length; p++) {
        parts.add(new MixedScorer.Part(shares[p] / learnt.size(), scorers.get(p)));
      }
    }
    return parts.size() == 1 ? parts.get(0).scorer() : new MixedScorer(parts);
  }
}
