package dev.parley.understanding;

/**
 * Multinomial logistic regression over {@link WordFeatures}.
 *
 * @param rarity how much each bucket counts
 * @param weights a row for each bucket, a column a label
 * @param bias one number a label
 */
public record WordScorer(float[] rarity, float[][] weights, float[] bias) implements LabelScorer {
  @Override
  public void logProbabilities(String text, float[] vector, float[] into) {
    System.arraycopy(bias, 0, into, 0, bias.length);
    var counts = WordFeatures.of(text).weighted(rarity);
    for (int i = 0; i < counts.at().length; i++) {
      float value = counts.value()[i];
      float[] row = weights[counts.at()[i]];
      for (int k = 0; k < into.length; k++) {
        into[k] = Math.fma(value, row[k], into[k]);
      }
    }
    VectorMath.logSoftmax(into);
  }
}
