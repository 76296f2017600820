package dev.parley.training;

import dev.parley.understanding.ExampleForms;
import dev.parley.understanding.Exemplars;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.LabelScorer;
import dev.parley.understanding.TextFeatures;
import dev.parley.understanding.VectorForms;
import dev.parley.understanding.WordForms;
import dev.parley.understanding.WordSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What {@link Evaluation} learns from one set of examples: a scorer, and the examples themselves
 * for the resemblance.
 */
final class LabelledTexts {
  private static final int NEAREST = 3;

  private final List<String> names;
  private final int negative;
  private final List<Lesson> lessons = new ArrayList<>();
  private final WordSpace space;
  private final List<Exemplars> exemplars = new ArrayList<>();

  /** A labelled text that was read. */
  record Labelled(TextFeatures features, String intent) {}

  /**
   * @param names the labels, sorted
   * @param light whether there are no vectors
   */
  LabelledTexts(List<String> names, List<Labelled> set, boolean light) {
    this.names = names;
    negative = names.indexOf(IntentModel.NEGATIVE);
    List<List<TextFeatures>> texts = new ArrayList<>();
    names.forEach(name -> texts.add(new ArrayList<>()));
    for (Labelled labelled : set) {
      int label = names.indexOf(labelled.intent());
      lessons.add(new Lesson(List.of(labelled.features()), label));
      texts.get(label).add(labelled.features());
    }
    space = WordTraining.space(lessons);
    texts.forEach(ofLabel -> exemplars.add(exemplars(ofLabel, light)));
  }

  private Exemplars exemplars(List<TextFeatures> texts, boolean light) {
    ExampleForms forms =
        light
            ? new WordForms(space, texts.stream().map(t -> space.place(t.words())).toList())
            : VectorForms.of(texts.stream().map(TextFeatures::vector).toList());
    var each = IntStream.range(0, texts.size()).mapToObj(i -> new int[] {i}).toList();
    return new Exemplars(forms, each);
  }

  /** How many labels there are. */
  int labels() {
    return names.size();
  }

  /** The place of a label. */
  int label(String name) {
    return names.indexOf(name);
  }

  /** What is to be learnt for the scorer. */
  List<IntentLearner.Part> parts(IntentLearner learner) {
    return learner.parts(lessons, names.size(), space);
  }

  /** What is known of a sentence. */
  record Finding(String best, double confidence, double fit, double nearness) {
    /** The same beside the intent that was meant. */
    Rejection.Evidence evidence(String intent) {
      return new Rejection.Evidence(fit, nearness, best.equals(intent));
    }
  }

  /**
   * Looks at a sentence.
   *
   * @param scorer as it was learnt
   */
  Finding examine(TextFeatures text, LabelScorer scorer) {
    var scores = new float[names.size()];
    scorer.logProbabilities(text, scores);
    return examine(text, scores);
  }

  /**
   * Looks at a sentence.
   *
   * @param scores the log-probabilities of the labels
   */
  Finding examine(TextFeatures text, float[] scores) {
    int best = negative == 0 ? 1 : 0;
    for (int k = best; k < scores.length; k++) {
      if (k != negative && scores[k] > scores[best]) {
        best = k;
      }
    }
    double fit = scores[best] - (negative < 0 ? 0 : 0.5 * scores[negative]);
    double nearness = exemplars.get(best).meanOfNearest(text, NEAREST);
    return new Finding(names.get(best), Math.exp(scores[best]), fit, nearness);
  }
}
