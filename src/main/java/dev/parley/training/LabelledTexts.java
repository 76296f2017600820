package dev.parley.training;

import dev.parley.understanding.Encoder;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.LabelScorer;
import dev.parley.understanding.VectorMath;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link Evaluation} learns from one set of examples: a scorer, and the examples themselves
 * for the resemblance.
 */
final class LabelledTexts {
  private static final int NEAREST = 3;

  private final List<String> names;
  private final int negative;
  private final LabelScorer scorer;
  private final List<List<float[]>> examples = new ArrayList<>();

  /**
   * @param names the labels, sorted
   */
  LabelledTexts(List<String> names, List<Example> set, TextVectors vectors, IntentLearner learner) {
    this.names = names;
    negative = names.indexOf(IntentModel.NEGATIVE);
    names.forEach(name -> examples.add(new ArrayList<>()));
    int[] labels = set.stream().mapToInt(example -> names.indexOf(example.intent())).toArray();
    for (int i = 0; i < labels.length; i++) {
      examples.get(labels[i]).add(vectors.of(set.get(i).text()));
    }
    scorer = learner.learn(set.stream().map(Example::text).toList(), labels, names.size());
  }

  /** What is known of a sentence. */
  record Finding(String best, double confidence, double fit, double nearness) {}

  Finding examine(String text, float[] vector) {
    var scores = new float[names.size()];
    scorer.logProbabilities(text, vector, scores);
    int best = negative == 0 ? 1 : 0;
    for (int k = best; k < scores.length; k++) {
      if (k != negative && scores[k] > scores[best]) {
        best = k;
      }
    }
    double fit = scores[best] - (negative < 0 ? 0 : 0.5 * scores[negative]);
    return new Finding(
        names.get(best), Math.exp(scores[best]), fit, nearness(vector, examples.get(best)));
  }

  private static double nearness(float[] vector, List<float[]> examples) {
    var nearest = new float[NEAREST];
    for (float[] example : examples) {
      float cosine = VectorMath.dot(vector, example, Encoder.LAST_LAYER) / 2;
      for (int i = 0; i < NEAREST; i++) {
        if (cosine > nearest[i]) {
          float next = nearest[i];
          nearest[i] = cosine;
          cosine = next;
        }
      }
    }
    double sum = 0;
    for (float cosine : nearest) {
      sum += cosine;
    }
    return sum / Math.max(1, Math.min(NEAREST, examples.size()));
  }
}
