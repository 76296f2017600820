package dev.parley.understanding;

/** Says how well a text fits each label. Implementations are immutable. */
public sealed interface LabelScorer
    permits LinearScorer, MlpScorer, KernelScorer, WordScorer, WordNetworkScorer, MixedScorer {
  /**
   * Fills in the logarithm of each label's probability.
   *
   * @param text of which the scorer takes what it was trained on
   * @param into one number a label
   */
  void logProbabilities(TextFeatures text, float[] into);

  /**
   * The part of it that goes by the words alone and needs no vector; itself where there is none.
   */
  default LabelScorer wording() {
    return this;
  }
}
