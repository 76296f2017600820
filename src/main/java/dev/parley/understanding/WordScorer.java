package dev.parley.understanding;

/**
 * Multinomial logistic regression over {@link WordFeatures}.
 *
 * @param space where the features are
 * @param weights a row for each feature, a column a label
 * @param bias one number a label
 */
public record WordScorer(WordSpace space, float[][] weights, float[] bias) implements LabelScorer {
  @Override
  public void logProbabilities(TextFeatures text, float[] into) {
    System.arraycopy(bias, 0, into, 0, bias.length);
    var counts = space.place(text.words());
    for (int i = 0; i < counts.at().length; i++) {
      VectorMath.addScaled(counts.value()[i], weights[counts.at()[i]], into);
    }
    VectorMath.logSoftmax(into);
  }
}
