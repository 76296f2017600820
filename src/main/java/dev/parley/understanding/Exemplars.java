package dev.parley.understanding;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The examples of one intent, to tell whether a message resembles them.
 *
 * @param forms what is compared
 * @param examples for each example, which of the forms it has
 */
public record Exemplars(ExampleForms forms, List<int[]> examples) {
  public Exemplars {
    examples = List.copyOf(examples);
  }

  /**
   * How much a message resembles its second-nearest example, as a cosine: one like example may be
   * an accident, two hardly.
   *
   * @param readings the message's forms
   */
  public float secondNearest(Collection<TextFeatures> readings) {
    return nearest(readings, 2)[1];
  }

  /** The mean cosine with the nearest examples, or with all when there are fewer. */
  public float meanOfNearest(TextFeatures reading, int count) {
    var nearest = nearest(List.of(reading), count);
    float sum = 0;
    for (int i = 0; i < Math.min(count, examples.size()); i++) {
      sum += nearest[i];
    }
    return sum / Math.max(1, Math.min(count, examples.size()));
  }

  /** The cosines with the nearest examples, nearest first; -1 where there is none. */
  private float[] nearest(Collection<TextFeatures> readings, int count) {
    var nearest = new float[count];
    Arrays.fill(nearest, -1);
    List<float[]> cosines = forms.cosines(readings);
    for (int[] example : examples) {
      insert(best(example, cosines), nearest);
    }
    return nearest;
  }

  private static float best(int[] example, List<float[]> cosines) {
    float best = -1;
    for (float[] reading : cosines) {
      for (int form : example) {
        best = Math.max(best, reading[form]);
      }
    }
    return best;
  }

  private static void insert(float cosine, float[] nearest) {
    float left = cosine;
    for (int i = 0; i < nearest.length; i++) {
      if (left > nearest[i]) {
        float next = nearest[i];
        nearest[i] = left;
        left = next;
      }
    }
  }
}
