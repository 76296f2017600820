package dev.parley.understanding;

/**
 * Multinomial logistic regression over sentence vectors.
 *
 * @param weights a row for each number of the vector, a column a label
 * @param bias one number a label
 */
public record LinearScorer(float[][] weights, float[] bias) implements LabelScorer {
  @Override
  public void logProbabilities(TextFeatures text, float[] into) {
    System.arraycopy(bias, 0, into, 0, bias.length);
    VectorMath.addProduct(text.vector(), weights.length, weights, into);
    VectorMath.logSoftmax(into);
  }
}
