package dev.parley.training;

import dev.parley.training.TrainingData.Sample;
import dev.parley.understanding.IntentClassifier;
import dev.parley.understanding.LabelScorer;
import dev.parley.understanding.WordCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Tries each sample on a model that was learnt without it and its twins. */
final class CrossValidation {
  static final int FOLDS = 5;

  private final TextVectors vectors;
  private final List<IntentTraining> seen = new ArrayList<>();
  private final List<List<Sample>> unseen = new ArrayList<>();

  /**
   * Deals the samples into {@value #FOLDS} folds.
   *
   * @param rounds how many of the folds are left out, one at a time
   */
  CrossValidation(
      TrainingData data, Map<String, WordCounts> wording, TextVectors vectors, int rounds) {
    this.vectors = vectors;
    List<Sample> samples = data.samples();
    int[] fold = Folds.deal(samples, FOLDS, Sample::intent, Sample::masked);
    for (int f = 0; f < Math.min(rounds, FOLDS); f++) {
      var inside = new ArrayList<Sample>();
      var outside = new ArrayList<Sample>();
      for (int i = 0; i < fold.length; i++) {
        (fold[i] == f ? outside : inside).add(samples.get(i));
      }
      seen.add(IntentTraining.of(inside, data, wording, vectors));
      unseen.add(outside);
    }
  }

  /** What is to be learnt, a list a fold. */
  List<List<IntentLearner.Part>> parts(IntentLearner learner) {
    return seen.stream().map(training -> training.parts(learner)).toList();
  }

  /**
   * How each sample fares.
   *
   * @param scorers as they were learnt, one a fold
   */
  List<LeftOut> leftOut(List<LabelScorer> scorers) {
    var leftOut = new ArrayList<LeftOut>();
    for (int f = 0; f < seen.size(); f++) {
      var model = seen.get(f).model(vectors.encoderId(), scorers.get(f), 0, 0);
      var classifier = new IntentClassifier(vectors::of, model);
      var samples = unseen.get(f);
      var tried = new LeftOut[samples.size()];
      Workers.each(
          tried.length,
          i -> {
            var sample = samples.get(i);
            tried[i] = new LeftOut(sample, classifier.measure(sample.raw(), sample.masked()));
          });
      leftOut.addAll(Arrays.asList(tried));
    }
    return leftOut;
  }
}
