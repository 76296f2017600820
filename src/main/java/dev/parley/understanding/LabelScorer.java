package dev.parley.understanding;

/** Says how well a text fits each label. Implementations are immutable. */
public interface LabelScorer {
  /**
   * Fills in the logarithm of each label's probability.
   *
   * @param text as it is read
   * @param vector its vector, of which the scorer takes what it was trained on
   * @param into one number a label
   */
  void logProbabilities(String text, float[] vector, float[] into);
}
