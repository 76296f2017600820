package dev.parley.training;

import dev.parley.training.TrainingData.Sample;
import dev.parley.understanding.ExampleForms;
import dev.parley.understanding.Exemplars;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.LabelScorer;
import dev.parley.understanding.TextFeatures;
import dev.parley.understanding.VectorForms;
import dev.parley.understanding.WordCounts;
import dev.parley.understanding.WordForms;
import dev.parley.understanding.WordSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one model of intents is learnt from: lessons for its scorer, and examples to compare. */
final class IntentTraining {
  private final List<String> labels;
  private final Map<String, WordCounts> wording;
  private final TextVectors vectors;
  private final boolean light;
  private final List<Lesson> lessons = new ArrayList<>();
  private final WordSpace space;
  private final List<List<Shown>> examples = new ArrayList<>();

  /** An example: the forms of its wording, and the text whose vector says what it means. */
  private record Shown(List<String> forms, String meant) {}

  /**
   * Prepares samples and the intents' descriptions, which serve as examples too.
   *
   * @param wording of every text
   */
  private IntentTraining(
      List<Sample> samples,
      Map<String, List<String>> descriptions,
      List<String> labels,
      Map<String, WordCounts> wording,
      TextVectors vectors) {
    this.labels = labels;
    this.wording = wording;
    this.vectors = vectors;
    light = vectors.light();
    labels.forEach(label -> examples.add(new ArrayList<>()));
    samples.forEach(s -> add(s.intent(), new Shown(s.forms(), s.meant())));
    descriptions.forEach(
        (intent, texts) -> texts.forEach(text -> add(intent, new Shown(List.of(text), text))));
    space = WordTraining.space(lessons);
  }

  /** Prepares some of the samples of a set. */
  static IntentTraining of(
      List<Sample> samples,
      TrainingData data,
      Map<String, WordCounts> wording,
      TextVectors vectors) {
    return new IntentTraining(
        samples, data.descriptions(), List.copyOf(data.labels()), wording, vectors);
  }

  private void add(String intent, Shown shown) {
    int label = labels.indexOf(intent);
    float[] meaning = vectors.of(shown.meant());
    lessons.add(
        new Lesson(
            shown.forms().stream().map(form -> new TextFeatures(meaning, words(form))).toList(),
            label));
    if (!intent.equals(IntentModel.NEGATIVE)) {
      examples.get(label).add(shown);
    }
  }

  private WordCounts words(String text) {
    WordCounts words = wording.get(text);
    if (words == null) {
      throw new IllegalArgumentException("The wording of \"" + text + "\" is missing.");
    }
    return words;
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

  /** Examples that are compared alike share that form. */
  private Exemplars exemplars(List<Shown> ofIntent) {
    Map<String, Integer> places = new LinkedHashMap<>();
    List<int[]> forms = new ArrayList<>();
    for (Shown example : ofIntent) {
      List<String> compared = light ? example.forms() : List.of(example.meant());
      forms.add(
          compared.stream()
              .mapToInt(form -> places.computeIfAbsent(form, f -> places.size()))
              .toArray());
    }
    List<String> texts = List.copyOf(places.keySet());
    ExampleForms compared =
        light
            ? new WordForms(space, texts.stream().map(t -> space.place(words(t))).toList())
            : VectorForms.of(texts.stream().map(vectors::of).toList());
    return new Exemplars(compared, forms);
  }
}
