package dev.parley.training;

import dev.parley.training.TrainingData.Sample;
import dev.parley.understanding.ExampleForms;
import dev.parley.understanding.Exemplars;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.LabelScorer;
import dev.parley.understanding.TextFeatures;
import dev.parley.understanding.VectorForms;
import dev.parley.understanding.WordForms;
import dev.parley.understanding.WordSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What one model of intents is learnt from: lessons for its scorer, and examples to compare. */
final class IntentTraining {
  private final List<String> labels;
  private final Map<String, TextFeatures> known;
  private final boolean light;
  private final List<Lesson> lessons = new ArrayList<>();
  private final WordSpace space;
  private final List<List<List<String>>> examples = new ArrayList<>();

  /**
   * Prepares samples and the intents' descriptions, which serve as examples too.
   *
   * @param known the features of every text
   * @param light whether there are no vectors
   */
  private IntentTraining(
      List<Sample> samples,
      Map<String, List<String>> descriptions,
      List<String> labels,
      Map<String, TextFeatures> known,
      boolean light) {
    this.labels = labels;
    this.known = known;
    this.light = light;
    labels.forEach(label -> examples.add(new ArrayList<>()));
    samples.forEach(s -> add(s.intent(), Stream.of(s.raw(), s.masked()).distinct().toList()));
    descriptions.forEach((intent, texts) -> texts.forEach(text -> add(intent, List.of(text))));
    space = WordTraining.space(lessons);
  }

  /** Prepares some of the samples of a set. */
  static IntentTraining of(
      List<Sample> samples, TrainingData data, Map<String, TextFeatures> known, boolean light) {
    return new IntentTraining(
        samples, data.descriptions(), List.copyOf(data.labels()), known, light);
  }

  private void add(String intent, List<String> forms) {
    int label = labels.indexOf(intent);
    lessons.add(new Lesson(forms.stream().map(this::features).toList(), label));
    if (!intent.equals(IntentModel.NEGATIVE)) {
      examples.get(label).add(forms);
    }
  }

  private TextFeatures features(String text) {
    TextFeatures features = known.get(text);
    if (features == null) {
      throw new IllegalArgumentException("The features of \"" + text + "\" are missing.");
    }
    return features;
  }

  /** What is to be learnt for the scorer. */
  List<IntentLearner.Part> parts(IntentLearner learner) {
    return learner.parts(lessons, labels.size(), space);
  }

  /** The model with the scorer that was learnt. */
  IntentModel model(String encoder, LabelScorer scorer, float leastMargin, float leastResemblance) {
    List<Exemplars> exemplars = examples.stream().map(this::exemplars).toList();
    return new IntentModel(encoder, labels, scorer, exemplars, leastMargin, leastResemblance);
  }

  /** Examples that are alike once masked share that form. */
  private Exemplars exemplars(List<List<String>> ofIntent) {
    Map<String, Integer> places = new LinkedHashMap<>();
    List<int[]> forms = new ArrayList<>();
    for (List<String> example : ofIntent) {
      forms.add(
          example.stream()
              .mapToInt(form -> places.computeIfAbsent(form, f -> places.size()))
              .toArray());
    }
    List<TextFeatures> features = places.keySet().stream().map(this::features).toList();
    ExampleForms compared =
        light
            ? new WordForms(space, features.stream().map(f -> space.place(f.words())).toList())
            : VectorForms.of(features.stream().map(TextFeatures::vector).toList());
    return new Exemplars(compared, forms);
  }
}
