package dev.parley.understanding;

/**
 * Some features and how much of each.
 *
 * @param at the features, ascending, none twice
 */
public record WordCounts(int[] at, float[] value) {
  /** The sum of the products of what both have. */
  public float dot(WordCounts other) {
    float sum = 0;
    int i = 0;
    int j = 0;
    while (i < at.length && j < other.at.length) {
      int order = Integer.compare(at[i], other.at[j]);
      if (order == 0) {
        sum += value[i] * other.value[j];
      }
      if (order <= 0) {
        i++;
      }
      if (order >= 0) {
        j++;
      }
    }
    return sum;
  }
}
