package dev.parley.training;

import dev.parley.training.LabelledTexts.Finding;
import dev.parley.training.Rejection.Evidence;
import dev.parley.understanding.Encoder;
import dev.parley.understanding.IntentModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** Learns from one set of examples and measures on another. Nothing that ships is used. */
public final class Evaluation {
  private static final int FOLDS = 5;
  private static final int ONE_SPLIT_ABOVE = 5000;

  private final List<Example> train;
  private final List<String> names;
  private final TextVectors vectors;
  private final IntentLearner learner;

  private Evaluation(List<Example> examples, TextVectors vectors) {
    this.vectors = vectors;
    names = List.copyOf(new TreeSet<>(examples.stream().map(Example::intent).toList()));
    if (intents() == 0) {
      throw new IllegalArgumentException("The training set has no intent. Give it examples.");
    }
    boolean plenty = examples.size() >= IntentLearners.PLENTY * names.size();
    train = plenty ? examples : withNames(examples);
    learner = IntentLearners.fitting(plenty, vectors);
    vectors.prepare(train.stream().map(Example::text).toList());
  }

  /** With few examples, each intent's name is worth one more. */
  private List<Example> withNames(List<Example> examples) {
    var more = new ArrayList<>(examples);
    for (String name : names) {
      String words = IntentNames.inWords(name);
      if (!name.equals(IntentModel.NEGATIVE) && !words.isEmpty()) {
        more.add(new Example(words, name, List.of(), "", 0));
      }
    }
    return more;
  }

  private int intents() {
    return names.size() - (names.contains(IntentModel.NEGATIVE) ? 1 : 0);
  }

  /**
   * Learns from {@code train} and measures on {@code test}.
   *
   * @throws IOException when one of them cannot be read
   */
  public static EvaluationResult run(Path train, Path test, Encoder encoder) throws IOException {
    return run(TrainingSet.read(train), TrainingSet.read(test), encoder);
  }

  /** Learns from {@code train} and measures on {@code test}. */
  public static EvaluationResult run(TrainingSet train, TrainingSet test, Encoder encoder) {
    var vectors = new TextVectors(encoder::encode, encoder.id(), null);
    return run(train, test, vectors, encoder::encode);
  }

  static EvaluationResult run(
      TrainingSet train, TrainingSet test, TextVectors vectors, Function<String, float[]> encoder) {
    long started = System.nanoTime();
    var evaluation = new Evaluation(train.examples(), vectors);
    var learnt = new LabelledTexts(evaluation.names, evaluation.train, vectors, evaluation.learner);
    Rejection rejection = evaluation.rejection();
    double trainSeconds = (System.nanoTime() - started) / 1e9;
    return evaluation.measure(test.examples(), learnt, rejection, encoder, trainSeconds);
  }

  private EvaluationResult measure(
      List<Example> test,
      LabelledTexts learnt,
      Rejection rejection,
      Function<String, float[]> encoder,
      double trainSeconds) {
    var judged = new ArrayList<Judged>();
    var millis = new ArrayList<Double>();
    for (Example example : test) {
      long started = System.nanoTime();
      Finding finding = learnt.examine(example.text(), encoder.apply(example.text()));
      double inScope = rejection.inScope(evidence(finding, example));
      millis.add((System.nanoTime() - started) / 1e6);
      judged.add(
          new Judged(
              example.text(),
              example.intent(),
              finding.best(),
              finding.confidence(),
              inScope >= rejection.threshold(),
              inScope));
    }
    return new EvaluationResult(judged, intents(), trainSeconds, millis);
  }

  private static Evidence evidence(Finding finding, Example example) {
    return new Evidence(finding.fit(), finding.nearness(), finding.best().equals(example.intent()));
  }

  /** Tries examples on what was learnt without them, to see what is usual. */
  private Rejection rejection() {
    if (!names.contains(IntentModel.NEGATIVE)) {
      return Rejection.NONE;
    }
    int[] fold = Folds.deal(train, FOLDS, Example::intent, Example::text);
    int rounds = train.size() > ONE_SPLIT_ABOVE ? 1 : FOLDS;
    var evidence = new ArrayList<Evidence>();
    for (int round = 0; round < rounds; round++) {
      var seen = new ArrayList<Example>();
      var unseen = new ArrayList<Example>();
      for (int i = 0; i < fold.length; i++) {
        (fold[i] == round ? unseen : seen).add(train.get(i));
      }
      var learnt = new LabelledTexts(names, seen, vectors, learner);
      for (Example example : unseen) {
        if (!example.intent().equals(IntentModel.NEGATIVE)) {
          Finding finding = learnt.examine(example.text(), vectors.of(example.text()));
          evidence.add(evidence(finding, example));
        }
      }
    }
    return Rejection.choose(evidence);
  }
}
