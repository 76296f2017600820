package dev.parley.understanding;

/**
 * What a text means and how it is worded, half and half: the mean of two scorers' log
 * probabilities. The vectors know that "bounce" is a restart; the wording knows "stop" from "start"
 * and keeps to what was learnt where a vector only resembles it.
 */
public record MixedScorer(LinearScorer meaning, WordScorer wording) implements LabelScorer {
  @Override
  public void logProbabilities(String text, float[] vector, float[] into) {
    meaning.logProbabilities(text, vector, into);
    var worded = new float[into.length];
    wording.logProbabilities(text, vector, worded);
    for (int k = 0; k < into.length; k++) {
      into[k] = (into[k] + worded[k]) / 2;
    }
    VectorMath.logSoftmax(into);
  }
}
