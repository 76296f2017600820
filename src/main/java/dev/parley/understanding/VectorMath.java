package dev.parley.understanding;

/**
 * Arithmetic on rows of numbers, written so that the compiler uses the machine's wide registers.
 */
public final class VectorMath {
  private VectorMath() {}

  /** Scales {@code count} numbers from {@code offset} to length one; zeros stay zeros. */
  public static void normalise(float[] values, int offset, int count) {
    double squares = 0;
    for (int i = offset; i < offset + count; i++) {
      squares += (double) values[i] * values[i];
    }
    if (squares > 0) {
      float scale = (float) (1 / Math.sqrt(squares));
      for (int i = offset; i < offset + count; i++) {
        values[i] *= scale;
      }
    }
  }

  /** The dot product of the first {@code count} numbers. */
  public static float dot(float[] a, float[] b, int count) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < count; i += 4) {
      s0 = Math.fma(a[i], b[i], s0);
      s1 = Math.fma(a[i + 1], b[i + 1], s1);
      s2 = Math.fma(a[i + 2], b[i + 2], s2);
      s3 = Math.fma(a[i + 3], b[i + 3], s3);
    }
    for (; i < count; i++) {
      s0 = Math.fma(a[i], b[i], s0);
    }
    return s0 + s1 + (s2 + s3);
  }

  /** {@code sum += x · rows} over the first {@code count} numbers of {@code x} and as many rows. */
  public static void addProduct(float[] x, int count, float[][] rows, float[] sum) {
    addProduct(x, count, rows, sum, sum.length);
  }

  /**
   * The same for the first {@code width} numbers of each row. Four rows are added at once, so that
   * the sum is read once for them.
   */
  public static void addProduct(float[] x, int count, float[][] rows, float[] sum, int width) {
    addProduct(x, 0, count, rows, sum, width);
  }

  /** The same for the numbers and rows in a range only. */
  public static void addProduct(
      float[] x, int from, int to, float[][] rows, float[] sum, int width) {
    int j = from;
    for (; j + 3 < to; j += 4) {
      addFour(x, j, rows[j], rows[j + 1], rows[j + 2], rows[j + 3], sum, width);
    }
    for (; j < to; j++) {
      addScaled(x[j], rows[j], sum, width);
    }
  }

  private static void addFour(
      float[] x, int j, float[] p, float[] q, float[] r, float[] s, float[] sum, int width) {
    float a = x[j];
    float b = x[j + 1];
    float c = x[j + 2];
    float d = x[j + 3];
    for (int k = 0; k < width; k++) {
      sum[k] = Math.fma(d, s[k], Math.fma(c, r[k], Math.fma(b, q[k], Math.fma(a, p[k], sum[k]))));
    }
  }

  /** {@code sum += a × x}. */
  public static void addScaled(float a, float[] x, float[] sum) {
    addScaled(a, x, sum, sum.length);
  }

  private static void addScaled(float a, float[] x, float[] sum, int width) {
    for (int k = 0; k < width; k++) {
      sum[k] = Math.fma(a, x[k], sum[k]);
    }
  }

  /** Turns scores into logarithms of probabilities, in place. */
  public static void logSoftmax(float[] scores) {
    float max = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      max = Math.max(max, score);
    }
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp(score - max);
    }
    float log = (float) (max + Math.log(sum));
    for (int i = 0; i < scores.length; i++) {
      scores[i] -= log;
    }
  }
}
