package dev.parley.training;

import dev.parley.training.TrainingData.Sample;
import dev.parley.understanding.Encoder;
import dev.parley.understanding.Exemplars;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.MixedScorer;
import dev.parley.understanding.WordFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Learns one model from one set of samples; the thresholds are given. */
final class IntentTraining {
  private final TextVectors vectors;
  private final List<String> labels;
  private final int numbers;
  private final List<float[]> rows = new ArrayList<>();
  private final List<WordFeatures.Counts> words = new ArrayList<>();
  private final List<Integer> rowLabels = new ArrayList<>();
  private final List<List<float[][]>> exemplars = new ArrayList<>();

  private IntentTraining(TextVectors vectors, List<String> labels, int numbers) {
    this.vectors = vectors;
    this.labels = labels;
    this.numbers = numbers;
    labels.forEach(label -> exemplars.add(new ArrayList<>()));
  }

  /** Learns from these samples and from the intents' descriptions. */
  static IntentModel learn(
      List<Sample> samples,
      Map<String, List<String>> descriptions,
      List<String> labels,
      TextVectors vectors,
      float leastMargin,
      float leastResemblance) {
    var training = new IntentTraining(vectors, labels, numbersFor(samples.size(), labels.size()));
    samples.forEach(s -> training.add(s.intent(), s.raw(), s.masked()));
    descriptions.forEach((intent, texts) -> texts.forEach(t -> training.add(intent, t, t)));
    return training.model(leastMargin, leastResemblance);
  }

  private static int numbersFor(int samples, int labels) {
    return samples < IntentLearners.PLENTY * labels ? Encoder.LAST_LAYER : Encoder.WHOLE;
  }

  private void add(String intent, String raw, String masked) {
    int label = labels.indexOf(intent);
    float[] asWritten = vectors.of(raw);
    addRow(raw, asWritten, label);
    float[][] forms = {asWritten};
    if (!raw.equals(masked)) {
      float[] asMasked = vectors.of(masked);
      addRow(masked, asMasked, label);
      forms = new float[][] {asWritten, asMasked};
    }
    if (!intent.equals(IntentModel.NEGATIVE)) {
      exemplars.get(label).add(forms);
    }
  }

  private void addRow(String text, float[] vector, int label) {
    rows.add(vector);
    words.add(WordFeatures.of(text));
    rowLabels.add(label);
  }

  private IntentModel model(float leastMargin, float leastResemblance) {
    int[] classes = rowLabels.stream().mapToInt(Integer::intValue).toArray();
    return new IntentModel(
        vectors.encoderId(),
        labels,
        new MixedScorer(
            SoftmaxRegression.fit(rows, classes, labels.size(), numbers),
            WordRegression.fit(words, classes, labels.size())),
        exemplars.stream().map(Exemplars::new).toList(),
        leastMargin,
        leastResemblance);
  }
}
