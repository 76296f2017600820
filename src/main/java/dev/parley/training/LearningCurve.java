package dev.parley.training;

import dev.parley.training.TrainingData.Sample;
import dev.parley.understanding.IntentClassifier;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.LabelScorer;
import dev.parley.understanding.WordCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** How the part of intents that are told rightly grows with the examples that are learnt from. */
public final class LearningCurve {
  private static final int FOLDS = 5;
  private static final int[] EIGHTHS = {1, 2, 4, 8};

  /**
   * A measurement.
   *
   * @param examples that were learnt from
   * @param right the part of the others whose intent was told
   */
  public record Point(int examples, double right) {}

  private LearningCurve() {}

  /** Learns from more and more of the data and tries each time the same fifth of it. */
  static List<Point> of(TrainingData data, TextVectors vectors) {
    Map<String, WordCounts> wording = Trainer.wording(data);
    List<Sample> samples = data.samples();
    int[] fold = Folds.deal(samples, FOLDS, Sample::intent, Sample::masked);
    int[] eighth = Folds.deal(samples, 8, Sample::intent, Sample::masked);
    var points = new ArrayList<Point>();
    for (int most : EIGHTHS) {
      var seen = new ArrayList<Sample>();
      for (int i = 0; i < fold.length; i++) {
        if (fold[i] != 0 && eighth[i] < most) {
          seen.add(samples.get(i));
        }
      }
      var unseen = new ArrayList<Sample>();
      for (int i = 0; i < fold.length; i++) {
        if (fold[i] == 0 && !samples.get(i).intent().equals(IntentModel.NEGATIVE)) {
          unseen.add(samples.get(i));
        }
      }
      points.add(new Point(seen.size(), right(seen, unseen, data, wording, vectors)));
    }
    return points;
  }

  private static double right(
      List<Sample> seen,
      List<Sample> unseen,
      TrainingData data,
      Map<String, WordCounts> wording,
      TextVectors vectors) {
    var training = IntentTraining.of(seen, data, wording, vectors);
    var learner = IntentLearners.assistant(vectors.light(), seen.size(), data.labels().size());
    LabelScorer scorer = IntentLearner.learn(List.of(training.parts(learner))).get(0);
    var classifier =
        new IntentClassifier(vectors::of, training.model(vectors.encoderId(), scorer, 0, 0));
    var right = new AtomicInteger();
    Workers.each(
        unseen.size(),
        i -> {
          var sample = unseen.get(i);
          var tried = new LeftOut(sample, classifier.measure(sample.raw(), sample.masked()));
          right.addAndGet(tried.right() ? 1 : 0);
        });
    return unseen.isEmpty() ? 0 : (double) right.get() / unseen.size();
  }
}
