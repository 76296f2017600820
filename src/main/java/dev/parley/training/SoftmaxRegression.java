package dev.parley.training;

import dev.parley.understanding.LinearScorer;
import dev.parley.understanding.VectorMath;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns multinomial logistic regression with an L2 penalty: it minimises {@code |w|² / 2 + C ×
 * (sum of the examples' losses)}; the bias is not penalised.
 */
final class SoftmaxRegression {
  private static final double C = 32;
  private static final int ITERATIONS = 150;
  private static final double TOLERANCE = 1e-4;

  private final List<float[]> rows;
  private final int[] labels;
  private final int classes;
  private final int numbers;

  private SoftmaxRegression(List<float[]> rows, int[] labels, int classes, int numbers) {
    this.rows = rows;
    this.labels = labels;
    this.classes = classes;
    this.numbers = numbers;
  }

  /**
   * Learns from examples.
   *
   * @param rows a vector an example
   * @param labels an example's class each
   * @param numbers how many numbers of each vector are used
   */
  static LinearScorer fit(List<float[]> rows, int[] labels, int classes, int numbers) {
    var regression = new SoftmaxRegression(rows, labels, classes, numbers);
    var flat = new float[(numbers + 1) * classes];
    new Lbfgs(regression::loss, ITERATIONS, TOLERANCE).minimise(flat);
    float[][] weights = regression.rowsOf(flat);
    return new LinearScorer(Arrays.copyOf(weights, numbers), weights[numbers]);
  }

  private double loss(float[] flat, float[] gradient) {
    float[][] weights = rowsOf(flat);
    int parts = rows.size() < 256 ? 1 : Runtime.getRuntime().availableProcessors();
    var gradients = new float[parts][numbers + 1][classes];
    double loss =
        IntStream.range(0, parts)
            .parallel()
            .mapToDouble(
                p -> {
                  int from = (int) ((long) rows.size() * p / parts);
                  int to = (int) ((long) rows.size() * (p + 1) / parts);
                  return partLoss(weights, from, to, gradients[p]);
                })
            .sum();
    return loss / rows.size() + gather(flat, gradients, gradient);
  }

  /** Writes the gradient with the penalty's, and returns the penalty. */
  private double gather(float[] flat, float[][][] parts, float[] gradient) {
    double scale = 1 / (C * rows.size());
    double squares = 0;
    for (int j = 0; j <= numbers; j++) {
      for (int k = 0; k < classes; k++) {
        int at = j * classes + k;
        double sum = 0;
        for (float[][] part : parts) {
          sum += part[j][k];
        }
        double penalised = j < numbers ? flat[at] : 0;
        squares += penalised * penalised;
        gradient[at] = (float) (sum / rows.size() + scale * penalised);
      }
    }
    return scale * squares / 2;
  }

  private double partLoss(float[][] weights, int from, int to, float[][] gradient) {
    double loss = 0;
    var errors = new float[4][classes];
    for (int i = from; i < to; i += 4) {
      for (int e = 0; e < 4; e++) {
        if (i + e < to) {
          loss += error(weights, i + e, errors[e]);
        } else {
          Arrays.fill(errors[e], 0);
        }
      }
      addGradient(i, to, errors, gradient);
    }
    return loss;
  }

  /** Fills in probability minus truth, and returns the loss. */
  private double error(float[][] weights, int row, float[] error) {
    System.arraycopy(weights[numbers], 0, error, 0, classes);
    VectorMath.addProduct(rows.get(row), numbers, weights, error);
    VectorMath.logSoftmax(error);
    double loss = -error[labels[row]];
    for (int k = 0; k < classes; k++) {
      float probability = (float) Math.exp(error[k]);
      error[k] = probability < 1e-12f ? 0 : probability; // denormals are slow
    }
    error[labels[row]] -= 1;
    return loss;
  }

  private void addGradient(int first, int to, float[][] errors, float[][] gradient) {
    float[] a = rows.get(first);
    float[] b = rows.get(Math.min(first + 1, to - 1));
    float[] c = rows.get(Math.min(first + 2, to - 1));
    float[] d = rows.get(Math.min(first + 3, to - 1));
    for (int j = 0; j < numbers; j++) {
      VectorMath.addScaled(
          a[j], errors[0], b[j], errors[1], c[j], errors[2], d[j], errors[3], gradient[j]);
    }
    VectorMath.addScaled(1, errors[0], 1, errors[1], 1, errors[2], 1, errors[3], gradient[numbers]);
  }

  private float[][] rowsOf(float[] flat) {
    var weights = new float[numbers + 1][];
    for (int j = 0; j <= numbers; j++) {
      weights[j] = Arrays.copyOfRange(flat, j * classes, (j + 1) * classes);
    }
    return weights;
  }
}
