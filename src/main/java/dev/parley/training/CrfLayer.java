package dev.parley.training;

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
    float[] w = weights[row];
    float[] m = moments[row];
    float[] s = squares[row];
    float unbiased = rate * (float) (Math.sqrt(1 - Math.pow(SQUARE, time)));
    float size = unbiased / (float) (1 - Math.pow(MOMENT, time));
    for (int k = 0; k < w.length; k++) {
      float g = gradient[k] + LEAST;
      m[k] = MOMENT * m[k] + (1 - MOMENT) * g;
      s[k] = SQUARE * s[k] + (1 - SQUARE) * g * g;
      w[k] -= size * m[k] / ((float) Math.sqrt(s[k]) + TINY);
    }
  }

  /** A step for the rows from {@code from} on of the gradient that inputs and errors make. */
  void step(int from, int to, List<float[]> inputs, List<float[]> errors, float rate, int time) {
    var gradient = new float[weights.length == 0 ? 0 : weights[0].length];
    float[][] in = inputs.toArray(new float[0][]);
    float[][] out = errors.toArray(new float[0][]);
    for (int row = from; row < to; row++) {
      Arrays.fill(gradient, 0);
      int i = 0;
      for (; i + 3 < in.length; i += 4) {
        addFour(
            in[i][row],
            in[i + 1][row],
            in[i + 2][row],
            in[i + 3][row],
            out[i],
            out[i + 1],
            out[i + 2],
            out[i + 3],
            gradient);
      }
      for (; i < in.length; i++) {
        addOne(in[i][row], out[i], gradient);
      }
      step(row, gradient, rate, time);
    }
  }

  private static void addFour(
      float a, float b, float c, float d, float[] p, float[] q, float[] r, float[] s, float[] sum) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] = Math.fma(d, s[k], Math.fma(c, r[k], Math.fma(b, q[k], Math.fma(a, p[k], sum[k]))));
    }
  }

  private static void addOne(float a, float[] p, float[] sum) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] = Math.fma(a, p[k], sum[k]);
    }
  }

  /** Takes how it is now into the mean. */
  void remember() {
    for (int row = 0; row < sum.length; row++) {
      addOne(1, weights[row], sum[row]);
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
