package dev.parley.understanding;

import java.util.List;

/**
 * What a text means and how it is worded: the weighted mean of several scorers' log-probabilities.
 * The vectors know that "bounce" is a restart; the wording knows "stop" from "start" and keeps to
 * what was learnt where a vector only resembles it.
 *
 * @param parts whose shares add up to one
 */
public record MixedScorer(List<Part> parts) implements LabelScorer {

  /** One of them and its share. */
  public record Part(float share, LabelScorer scorer) {}

  public MixedScorer {
    parts = List.copyOf(parts);
  }

  @Override
  public void logProbabilities(TextFeatures text, float[] into) {
    var sum = new float[into.length];
    for (Part part : parts) {
      part.scorer().logProbabilities(text, into);
      VectorMath.addScaled(part.share(), into, sum);
    }
    System.arraycopy(sum, 0, into, 0, sum.length);
    VectorMath.logSoftmax(into);
  }

  /** Each part by itself: what only one of them reads is read once. */
  @Override
  public void meanLogProbabilities(List<TextFeatures> forms, float[] into) {
    var sum = new float[into.length];
    for (Part part : parts) {
      part.scorer().meanLogProbabilities(forms, into);
      VectorMath.addScaled(part.share(), into, sum);
    }
    System.arraycopy(sum, 0, into, 0, sum.length);
  }

  @Override
  public LabelScorer wording() {
    return parts.stream()
        .map(Part::scorer)
        .filter(WordScorer.class::isInstance)
        .findFirst()
        .orElse(this);
  }
}
