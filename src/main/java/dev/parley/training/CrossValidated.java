package dev.parley.training;

import dev.parley.training.TrainingData.Sample;
import dev.parley.understanding.IntentClassifier;
import dev.parley.understanding.ScoredIntent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a home's own training data teaches.
 *
 * @param reader how the whole reader fared with what was left out; null where it was not tried
 * @param scores how much of it would be acted on, offered and declined
 * @param curve how it grew with the examples; empty where that was not measured
 * @param result the same as an evaluation, in which whatever is not acted on counts as rejected
 */
public record CrossValidated(
    ModelScores scores,
    EvaluationResult result,
    @Nullable ReaderFigures reader,
    List<LearningCurve.Point> curve) {
  /** Texts whose understanding is timed. */
  private static final int TIMED = 500;

  /** Without a curve. */
  public CrossValidated(
      ModelScores scores, EvaluationResult result, @Nullable ReaderFigures reader) {
    this(scores, result, reader, List.of());
  }

  /** The same with how it grows with the examples, which takes about as long again. */
  public CrossValidated withCurve(TrainingData data, TextVectors vectors) {
    return new CrossValidated(scores, result, reader, LearningCurve.of(data, vectors));
  }

  /** Learns from the data, each sample judged by a model that had not seen it. */
  public static CrossValidated run(TrainingData data, TextVectors vectors) {
    long started = System.nanoTime();
    var trained = new Trainer(vectors).trainWithEachLeftOut(data);
    double seconds = (System.nanoTime() - started) / 1e9;
    List<Judged> judged =
        trained.leftOut().stream().map(l -> judged(l, trained.zones().acts(l))).toList();
    var classifier = new IntentClassifier(vectors::anew, trained.model());
    var result =
        new EvaluationResult(
            judged, data.descriptions().size(), seconds, millis(data.samples(), classifier), null);
    return new CrossValidated(trained.scores(), result, null);
  }

  /** The same with how well slots were found, told the intent. */
  public CrossValidated with(SlotFigures slots) {
    return new CrossValidated(scores, result.with(slots), reader, curve);
  }

  /** The same with how the whole reader fared. */
  public CrossValidated with(ReaderFigures read) {
    return new CrossValidated(scores, result, read, curve);
  }

  private static Judged judged(LeftOut leftOut, boolean acts) {
    List<ScoredIntent> ranking = leftOut.fit().ranking();
    return new Judged(
        leftOut.sample().raw(),
        leftOut.sample().intent(),
        ranking.isEmpty() ? "" : ranking.get(0).intent(),
        ranking.isEmpty() ? 0 : ranking.get(0).confidence(),
        acts,
        leftOut.fit().margin());
  }

  private static List<Double> millis(List<Sample> samples, IntentClassifier classifier) {
    var millis = new ArrayList<Double>();
    int stride = Math.max(1, samples.size() / TIMED);
    for (int i = 0; i < samples.size(); i += stride) {
      long started = System.nanoTime();
      classifier.classify(samples.get(i).raw(), samples.get(i).masked());
      millis.add((System.nanoTime() - started) / 1e6);
    }
    return millis;
  }
}
