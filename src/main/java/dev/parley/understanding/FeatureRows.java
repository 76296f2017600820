package dev.parley.understanding;

import java.util.Arrays;

/**
 * The weights of words' features. Features share {@code 2^20} buckets, of which those that were
 * learnt have a row of weights.
 */
public final class FeatureRows {
  private static final int BITS = 20;

  private final int[] buckets;
  private final float[][] weights;
  private final int[] rows = new int[1 << BITS];

  /**
   * @param buckets of each row, none twice
   * @param weights a row each, a column a tag
   */
  public FeatureRows(int[] buckets, float[][] weights) {
    this.buckets = buckets.clone();
    this.weights = weights;
    Arrays.fill(rows, -1);
    for (int row = 0; row < buckets.length; row++) {
      rows[buckets[row]] = row;
    }
  }

  /** The bucket of a feature. */
  public static int bucket(long feature) {
    return (int) (feature >>> (Long.SIZE - BITS));
  }

  /** How many buckets there are. */
  public static int buckets() {
    return 1 << BITS;
  }

  /** Adds, times a weight, the rows of some features. */
  void add(float weight, long[] features, float[] sum) {
    for (long feature : features) {
      int row = rows[bucket(feature)];
      if (row >= 0) {
        float[] values = weights[row];
        for (int t = 0; t < sum.length; t++) {
          sum[t] = Math.fma(weight, values[t], sum[t]);
        }
      }
    }
  }

  /** The buckets that have a row, in the order of the rows. */
  public int[] learnt() {
    return buckets.clone();
  }

  /** A row for each of {@link #learnt}. Nobody changes them. */
  public float[][] weights() {
    return weights;
  }
}
