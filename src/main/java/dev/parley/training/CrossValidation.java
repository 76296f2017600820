package dev.parley.training;

import dev.parley.training.TrainingData.Sample;
import dev.parley.understanding.IntentClassifier;
import dev.parley.understanding.IntentModel;
import java.util.ArrayList;
import java.util.List;

/** Tries each sample on a model that was learnt without it and its twins. */
final class CrossValidation {
  private static final int FOLDS = 5;

  private CrossValidation() {}

  static List<LeftOut> run(TrainingData data, TextVectors vectors) {
    List<Sample> samples = data.samples();
    List<String> labels = List.copyOf(data.labels());
    int[] fold = Folds.deal(samples, FOLDS, Sample::intent, Sample::masked);
    var leftOut = new ArrayList<LeftOut>();
    for (int f = 0; f < FOLDS; f++) {
      var seen = new ArrayList<Sample>();
      var unseen = new ArrayList<Sample>();
      for (int i = 0; i < fold.length; i++) {
        (fold[i] == f ? unseen : seen).add(samples.get(i));
      }
      IntentModel model = IntentTraining.learn(seen, data.descriptions(), labels, vectors, 0, 0);
      var classifier = new IntentClassifier(vectors::of, model);
      for (Sample sample : unseen) {
        leftOut.add(new LeftOut(sample, classifier.measure(sample.raw(), sample.masked())));
      }
    }
    return leftOut;
  }
}
