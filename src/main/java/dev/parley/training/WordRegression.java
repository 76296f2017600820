package dev.parley.training;

import dev.parley.understanding.VectorMath;
import dev.parley.understanding.WordFeatures;
import dev.parley.understanding.WordFeatures.Counts;
import dev.parley.understanding.WordScorer;
import java.util.Arrays;
import java.util.List;

/**
 * Learns multinomial logistic regression over {@link WordFeatures}, with an L2 penalty on all but
 * the bias.
 */
final class WordRegression {
  private static final double C = 32;
  private static final int ITERATIONS = 60;
  private static final double TOLERANCE = 1e-3;

  /** A bucket that fewer examples fall into says nothing of other texts. */
  private static final int LEAST_EXAMPLES = 2;

  private final List<Counts> rows;
  private final int[] labels;
  private final int classes;

  private WordRegression(List<Counts> rows, int[] labels, int classes) {
    this.rows = rows;
    this.labels = labels;
    this.classes = classes;
  }

  /**
   * Learns from examples.
   *
   * @param labels an example's class each
   */
  static WordScorer fit(List<Counts> examples, int[] labels, int classes) {
    float[] rarity = rarity(examples);
    var rows = examples.stream().map(counts -> counts.weighted(rarity)).toList();
    var regression = new WordRegression(rows, labels, classes);
    var flat = new float[(WordFeatures.BUCKETS + 1) * classes];
    new Lbfgs(regression::loss, ITERATIONS, TOLERANCE).minimise(flat);
    return regression.scorer(rarity, flat);
  }

  private static float[] rarity(List<Counts> examples) {
    var seen = new int[WordFeatures.BUCKETS];
    for (Counts counts : examples) {
      for (int bucket : counts.at()) {
        seen[bucket]++;
      }
    }
    var rarity = new float[WordFeatures.BUCKETS];
    for (int b = 0; b < rarity.length; b++) {
      if (seen[b] >= LEAST_EXAMPLES) {
        rarity[b] = (float) (1 + Math.log((1.0 + examples.size()) / (1 + seen[b])));
      }
    }
    return rarity;
  }

  private WordScorer scorer(float[] rarity, float[] flat) {
    var weights = new float[WordFeatures.BUCKETS][];
    for (int b = 0; b < weights.length; b++) {
      weights[b] = Arrays.copyOfRange(flat, b * classes, (b + 1) * classes);
    }
    int bias = weights.length * classes;
    return new WordScorer(rarity, weights, Arrays.copyOfRange(flat, bias, bias + classes));
  }

  /** The mean loss with its penalty, and its gradient. */
  private double loss(float[] flat, float[] gradient) {
    Arrays.fill(gradient, 0);
    int bias = WordFeatures.BUCKETS * classes;
    double loss = 0;
    var scores = new float[classes];
    for (int i = 0; i < rows.size(); i++) {
      Counts row = rows.get(i);
      System.arraycopy(flat, bias, scores, 0, classes);
      addScores(row, flat, scores);
      VectorMath.logSoftmax(scores);
      loss -= scores[labels[i]];
      for (int k = 0; k < classes; k++) {
        scores[k] = (float) Math.exp(scores[k]) - (k == labels[i] ? 1 : 0);
        gradient[bias + k] += scores[k];
      }
      addGradient(row, scores, gradient);
    }
    return loss / rows.size() + penalise(flat, gradient);
  }

  private void addScores(Counts row, float[] flat, float[] scores) {
    for (int i = 0; i < row.at().length; i++) {
      int from = row.at()[i] * classes;
      float value = row.value()[i];
      for (int k = 0; k < classes; k++) {
        scores[k] = Math.fma(value, flat[from + k], scores[k]);
      }
    }
  }

  private void addGradient(Counts row, float[] errors, float[] gradient) {
    for (int i = 0; i < row.at().length; i++) {
      int from = row.at()[i] * classes;
      float value = row.value()[i];
      for (int k = 0; k < classes; k++) {
        gradient[from + k] = Math.fma(value, errors[k], gradient[from + k]);
      }
    }
  }

  private double penalise(float[] flat, float[] gradient) {
    int bias = WordFeatures.BUCKETS * classes;
    float scale = (float) (1 / (C * rows.size()));
    double squares = 0;
    for (int at = 0; at < gradient.length; at++) {
      gradient[at] /= rows.size();
      if (at < bias) {
        gradient[at] = Math.fma(scale, flat[at], gradient[at]);
        squares += (double) flat[at] * flat[at];
      }
    }
    return scale * squares / 2;
  }
}
