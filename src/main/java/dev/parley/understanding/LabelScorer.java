package dev.parley.understanding;

import java.util.Arrays;
import java.util.List;

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
   * The mean of what each form of a text is scored as.
   *
   * @param forms of one text, at least one
   * @param into one number a label; not normalised
   */
  default void meanLogProbabilities(List<TextFeatures> forms, float[] into) {
    Arrays.fill(into, 0);
    var scores = new float[into.length];
    for (var form : forms) {
      logProbabilities(form, scores);
      VectorMath.addScaled(1f / forms.size(), scores, into);
    }
  }

  /**
   * The part of it that goes by the words alone and needs no vector; itself where there is none.
   */
  default LabelScorer wording() {
    return this;
  }
}
