package dev.parley.understanding;

import java.util.Collection;
import java.util.List;

/**
 * Examples compared by what they mean.
 *
 * @param columns a row for each number that is compared, a column a form
 */
public record VectorForms(float[][] columns) implements ExampleForms {
  /**
   * Keeps what is compared of these vectors: of those of the whole encoder both parts of its last
   * layer, of those of its half the first.
   */
  public static VectorForms of(List<float[]> vectors) {
    int length = vectors.isEmpty() ? 0 : vectors.get(0).length;
    int compared = length < Encoder.WHOLE ? Encoder.PART : Encoder.FIRST_PARTS;
    int numbers = Math.min(compared, length);
    var columns = new float[numbers][vectors.size()];
    for (int form = 0; form < vectors.size(); form++) {
      for (int i = 0; i < numbers; i++) {
        columns[i][form] = vectors.get(form)[i];
      }
    }
    return new VectorForms(columns);
  }

  @Override
  public List<float[]> cosines(Collection<TextFeatures> readings) {
    float[] vector = readings.iterator().next().vector();
    return readings.stream().allMatch(reading -> reading.vector() == vector)
        ? List.of(cosines(readings.iterator().next()))
        : ExampleForms.super.cosines(readings);
  }

  @Override
  public float[] cosines(TextFeatures reading) {
    var cosines = new float[columns.length == 0 ? 0 : columns[0].length];
    VectorMath.addProduct(reading.vector(), columns.length, columns, cosines);
    int parts = Math.max(1, columns.length / Encoder.PART);
    for (int form = 0; form < cosines.length; form++) {
      // Each part has length one, so this is the mean of their cosines.
      cosines[form] /= parts;
    }
    return cosines;
  }
}
