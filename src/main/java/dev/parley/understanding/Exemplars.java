package dev.parley.understanding;

import java.util.List;

/**
 * The examples of one intent, to tell whether a message resembles them.
 *
 * @param examples the vectors of each example's forms, as written and masked
 */
public record Exemplars(List<float[][]> examples) {
  /** Numbers of a vector that are compared. */
  public static final int COMPARED = Encoder.LAST_LAYER;

  public Exemplars {
    examples = List.copyOf(examples);
  }

  /**
   * How much a message resembles its second-nearest example, as a cosine: one like example may be
   * an accident, two hardly.
   *
   * @param readings the vectors of the message's forms
   */
  public float secondNearest(float[]... readings) {
    float first = -1;
    float second = -1;
    for (float[][] forms : examples) {
      float nearness = nearness(readings, forms);
      if (nearness > first) {
        second = first;
        first = nearness;
      } else if (nearness > second) {
        second = nearness;
      }
    }
    return second;
  }

  private static float nearness(float[][] readings, float[][] forms) {
    float best = -1;
    for (float[] reading : readings) {
      for (float[] form : forms) {
        // Both halves have length one, so half the product is the mean of two cosines.
        best = Math.max(best, VectorMath.dot(reading, form, COMPARED) / 2);
      }
    }
    return best;
  }
}
