package dev.parley.understanding;

import java.util.List;

/**
 * Examples compared by what they mean.
 *
 * @param columns a row for each number that is compared, a column a form
 */
public record VectorForms(float[][] columns) implements ExampleForms {
  /** Numbers of a vector that are compared. */
  private static final int COMPARED = Encoder.LAST_LAYER;

  /** Keeps what is compared of these vectors. */
  public static VectorForms of(List<float[]> vectors) {
    int numbers = vectors.isEmpty() ? 0 : Math.min(COMPARED, vectors.get(0).length);
    var columns = new float[numbers][vectors.size()];
    for (int form = 0; form < vectors.size(); form++) {
      for (int i = 0; i < numbers; i++) {
        columns[i][form] = vectors.get(form)[i];
      }
    }
    return new VectorForms(columns);
  }

  @Override
  public float[] cosines(TextFeatures reading) {
    var cosines = new float[columns.length == 0 ? 0 : columns[0].length];
    VectorMath.addProduct(reading.vector(), columns.length, columns, cosines);
    for (int form = 0; form < cosines.length; form++) {
      // Both halves have length one, so half the product is the mean of two cosines.
      cosines[form] /= 2;
    }
    return cosines;
  }
}
