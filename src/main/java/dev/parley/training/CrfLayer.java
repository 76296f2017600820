package dev.parley.training;

import dev.parley.understanding.VectorMath;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A matrix that is learnt by Adam, with the mean of how it was towards the end. */
final class CrfLayer {
  private static final float MOMENT = 0.9f;
  private static final float SQUARE = 0.999f;
  private static final float TINY = 1e-8f;

  /** Keeps numbers from getting so small that the machine slows down. */
  static final float LEAST = 1e-12f;

  final float[][] weights;
  private final float[][] moments;
  private final float[][] squares;
  private final float[][] sum;

  CrfLayer(int rows, int columns) {
    weights = new float[rows][columns];
    moments = new float[rows][columns];
    squares = new float[rows][columns];
    sum = new float[rows][columns];
  }

  /** Fills it with small random numbers. */
  CrfLayer random(Random random, double deviation) {
    for (float[] row : weights) {
      for (int k = 0; k < row.length; k++) {
        row[k] = (float) (random.nextGaussian() * deviation);
      }
    }
    return this;
  }

  /** One step against the gradient of a row. */
  void step(int row, float[] gradient, float rate, int time) {
    step(row, gradient, size(rate, time));
  }

  private static float size(float rate, int time) {
    double unbiased = rate * Math.sqrt(1 - Math.pow(SQUARE, time));
    return (float) (unbiased / (1 - Math.pow(MOMENT, time)));
  }

  private void step(int row, float[] gradient, float size) {
    float[] w = weights[row];
    float[] m = moments[row];
    float[] s = squares[row];
    for (int k = 0; k < w.length; k++) {
      float g = gradient[k] + LEAST;
      m[k] = MOMENT * m[k] + (1 - MOMENT) * g;
      s[k] = SQUARE * s[k] + (1 - SQUARE) * g * g;
      w[k] -= size * m[k] / ((float) Math.sqrt(s[k]) + TINY);
    }
  }

  /** A step against the gradient that inputs and errors make. */
  void step(List<float[]> inputs, List<float[]> errors, float rate, int time) {
    var gradient = new float[weights.length == 0 ? 0 : weights[0].length];
    float[][] out = errors.toArray(new float[0][]);
    var column = new float[out.length];
    float size = size(rate, time);
    for (int row = 0; row < weights.length; row++) {
      for (int i = 0; i < column.length; i++) {
        column[i] = inputs.get(i)[row];
      }
      Arrays.fill(gradient, 0);
      VectorMath.addProduct(column, column.length, out, gradient);
      step(row, gradient, size);
    }
  }

  /** Takes how it is now into the mean. */
  void remember() {
    for (int row = 0; row < sum.length; row++) {
      add(weights[row], sum[row]);
    }
  }

  float[][] mean(int remembered) {
    for (float[] row : sum) {
      for (int k = 0; k < row.length; k++) {
        row[k] /= remembered;
      }
    }
    return sum;
  }

  static void add(float[] values, float[] sum) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += values[k];
    }
  }

  static float[][] transposed(float[][] rows, int columns) {
    var turned = new float[columns][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < columns; k++) {
        turned[k][i] = rows[i][k];
      }
    }
    return turned;
  }
}
