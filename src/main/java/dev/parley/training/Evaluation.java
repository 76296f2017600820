package dev.parley.training;

import dev.parley.training.LabelledTexts.Finding;
import dev.parley.training.LabelledTexts.Labelled;
import dev.parley.training.Rejection.Evidence;
import dev.parley.training.Shares.Tried;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.LabelScorer;
import dev.parley.understanding.TextFeatures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Learns from one set of examples and measures on another. Nothing that ships is used. */
public final class Evaluation {
  private static final int FOLDS = 5;
  private static final int ONE_SPLIT_ABOVE = 5000;

  private final List<Example> train;
  private final List<String> names;
  private final TextVectors vectors;
  private final boolean plenty;

  private Evaluation(List<Example> examples, TextVectors vectors) {
    this.vectors = vectors;
    names = List.copyOf(new TreeSet<>(examples.stream().map(Example::intent).toList()));
    if (intents() == 0) {
      throw new IllegalArgumentException("The training set has no intent. Give it examples.");
    }
    plenty = IntentLearners.plenty(examples.size(), names.size());
    train = plenty ? examples : withNames(examples);
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
  public static EvaluationResult run(Path train, Path test, TextVectors vectors)
      throws IOException {
    return run(TrainingSet.read(train), TrainingSet.read(test), vectors);
  }

  /** Learns from {@code train} and measures on {@code test}. */
  public static EvaluationResult run(TrainingSet train, TrainingSet test, TextVectors vectors) {
    long started = System.nanoTime();
    var evaluation = new Evaluation(train.examples(), vectors);
    Learnt learnt = evaluation.learn();
    double trainSeconds = (System.nanoTime() - started) / 1e9;
    return evaluation.measure(test.examples(), learnt, trainSeconds);
  }

  private record Learnt(LabelledTexts texts, LabelScorer scorer, Rejection rejection) {}

  private Learnt learn() {
    vectors.prepare(train.stream().map(Example::text).toList());
    List<Labelled> all = features();
    var whole = texts(all);
    var learner = IntentLearners.fitting(vectors.light(), plenty);
    List<List<IntentLearner.Part>> parts = new ArrayList<>();
    parts.add(whole.parts(learner));
    int scorers = parts.get(0).size();
    boolean rejects = names.contains(IntentModel.NEGATIVE);
    List<Trial> trials = rejects || scorers > 1 ? trials(all) : List.of();
    trials.forEach(trial -> parts.add(trial.parts(learner)));
    List<List<LabelScorer>> learnt = IntentLearner.learnApart(parts);
    List<List<Tried>> tried = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      tried.add(trials.get(i).run(learnt.get(i + 1)));
    }
    var shares = Shares.choose(tried.stream().flatMap(List::stream).toList(), scorers);
    var rejection = rejects ? rejection(trials, tried, shares) : Rejection.NONE;
    return new Learnt(whole, shares.mix(lasting(learnt)), rejection);
  }

  /**
   * What judges sentences at the end: the scorers that were learnt from everything and, beside
   * those, the ones of a trial that left out only a fifth. They are there anyway, and two of a kind
   * err less than one. Where there are few examples, each trial knows too little.
   *
   * @param learnt from everything first, then in each trial
   */
  private List<List<LabelScorer>> lasting(List<List<LabelScorer>> learnt) {
    return oneSplit() ? learnt : learnt.subList(0, 1);
  }

  private boolean oneSplit() {
    return train.size() > ONE_SPLIT_ABOVE;
  }

  private List<Labelled> features() {
    var all = new Labelled[train.size()];
    Workers.each(
        all.length,
        i -> {
          Example example = train.get(i);
          var features = TextFeatures.of(example.text(), vectors::of);
          all[i] = new Labelled(features, example.intent());
        });
    return List.of(all);
  }

  private LabelledTexts texts(List<Labelled> set) {
    return new LabelledTexts(names, set, vectors.light());
  }

  private List<Trial> trials(List<Labelled> all) {
    int[] fold = Folds.deal(train, FOLDS, Example::intent, Example::text);
    int rounds = oneSplit() ? 1 : FOLDS;
    var trials = new ArrayList<Trial>();
    for (int round = 0; round < rounds; round++) {
      var seen = new ArrayList<Labelled>();
      var unseen = new ArrayList<Labelled>();
      for (int i = 0; i < fold.length; i++) {
        (fold[i] == round ? unseen : seen).add(all.get(i));
      }
      if (!seen.isEmpty() && !unseen.isEmpty()) {
        trials.add(new Trial(texts(seen), unseen));
      }
    }
    return trials;
  }

  private static Rejection rejection(List<Trial> trials, List<List<Tried>> tried, Shares shares) {
    var evidence = new ArrayList<Evidence>();
    for (int i = 0; i < trials.size(); i++) {
      evidence.addAll(trials.get(i).evidence(tried.get(i), shares));
    }
    return trials.isEmpty() ? Rejection.NONE : Rejection.choose(evidence);
  }

  private EvaluationResult measure(List<Example> test, Learnt learnt, double trainSeconds) {
    var judged = new ArrayList<Judged>();
    var millis = new ArrayList<Double>();
    for (Example example : test) {
      long started = System.nanoTime();
      var features = TextFeatures.of(example.text(), vectors::anew);
      Finding finding = learnt.texts().examine(features, learnt.scorer());
      double inScope = learnt.rejection().inScope(finding.evidence(example.intent()));
      millis.add((System.nanoTime() - started) / 1e6);
      judged.add(
          new Judged(
              example.text(),
              example.intent(),
              finding.best(),
              finding.confidence(),
              inScope >= learnt.rejection().threshold(),
              inScope));
    }
    return new EvaluationResult(judged, intents(), trainSeconds, millis, null);
  }
}
