package dev.parley.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Says which intent a message fits. What it means is taken from the text with its names masked,
 * which makes "restart apache on web-01" like every other restart. Its wording is read twice, as
 * written too, which helps where a name was not recognised, and the scores of both are summed.
 */
public final class IntentClassifier implements IntentScorer {
  private static final int RANKED = 5;

  private final Function<String, float[]> vectors;
  private final IntentModel model;
  private final LabelScorer wording;
  private final int negative;

  /**
   * @param vectors the encoder that the model was trained with; {@link TextFeatures#noVector} for
   *     one that goes by the wording alone
   */
  public IntentClassifier(Function<String, float[]> vectors, IntentModel model) {
    this.vectors = vectors;
    this.model = model;
    wording = model.scorer().wording();
    negative = model.labels().indexOf(IntentModel.NEGATIVE);
  }

  @Override
  public IntentScores classify(String raw, String masked) {
    IntentFit fit = measure(raw, masked);
    return new IntentScores(
        fit.ranking(),
        fit.margin() >= model.leastMargin(),
        fit.resemblance() >= model.leastResemblance());
  }

  @Override
  public Optional<Evidence> evidence(String raw, String masked) {
    IntentFit fit = measure(raw, masked);
    return Optional.of(
        new Evidence(
            fit.ranking(),
            fit.margin(),
            model.leastMargin(),
            fit.resemblance(),
            model.leastResemblance()));
  }

  @Override
  public boolean asks(String text) {
    var scores = new float[model.labels().size()];
    wording.logProbabilities(TextFeatures.of(text, TextFeatures::noVector), scores);
    int best = best(scores);
    return best >= 0 && (negative < 0 || scores[best] >= scores[negative]);
  }

  /** What {@link #classify} compares with the model's thresholds. */
  public IntentFit measure(String raw, String masked) {
    float[] meaning = vectors.apply(masked);
    var readings =
        Stream.of(raw, masked).distinct().map(text -> TextFeatures.of(text, t -> meaning)).toList();
    float[] scores = scores(readings);
    int best = best(scores);
    if (best < 0) {
      return new IntentFit(List.of(), Float.NEGATIVE_INFINITY, -1);
    }
    float margin = negative < 0 ? Float.POSITIVE_INFINITY : scores[best] - scores[negative];
    float resemblance = model.exemplars().get(best).secondNearest(readings);
    return new IntentFit(ranking(scores), margin, resemblance);
  }

  private float[] scores(List<TextFeatures> readings) {
    var scores = new float[model.labels().size()];
    model.scorer().meanLogProbabilities(readings, scores);
    VectorMath.logSoftmax(scores);
    return scores;
  }

  private int best(float[] scores) {
    int best = -1;
    for (int k = 0; k < scores.length; k++) {
      if (k != negative && (best < 0 || scores[k] > scores[best])) {
        best = k;
      }
    }
    return best;
  }

  private List<ScoredIntent> ranking(float[] scores) {
    float[] left = scores.clone();
    if (negative >= 0) {
      left[negative] = Float.NEGATIVE_INFINITY;
    }
    var ranking = new ArrayList<ScoredIntent>(RANKED);
    for (int best = best(left);
        best >= 0 && left[best] > Float.NEGATIVE_INFINITY && ranking.size() < RANKED;
        best = best(left)) {
      ranking.add(new ScoredIntent(model.labels().get(best), Math.exp(left[best])));
      left[best] = Float.NEGATIVE_INFINITY;
    }
    return ranking;
  }
}
