package dev.parley.understanding;

/**
 * A network with one hidden layer of rectified units over {@link WordFeatures}.
 *
 * @param space where the features are
 * @param input a row for each feature, a column a unit
 * @param inputBias one number a unit
 * @param output a row for each unit, a column a label
 * @param outputBias one number a label
 */
public record WordNetworkScorer(
    WordSpace space, float[][] input, float[] inputBias, float[][] output, float[] outputBias)
    implements LabelScorer {
  @Override
  public void logProbabilities(TextFeatures text, float[] into) {
    float[] units = inputBias.clone();
    var counts = space.place(text.words());
    for (int i = 0; i < counts.at().length; i++) {
      VectorMath.addScaled(counts.value()[i], input[counts.at()[i]], units);
    }
    for (int j = 0; j < units.length; j++) {
      units[j] = Math.max(0, units[j]);
    }
    System.arraycopy(outputBias, 0, into, 0, into.length);
    VectorMath.addProduct(units, units.length, output, into);
    VectorMath.logSoftmax(into);
  }
}
