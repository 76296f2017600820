package dev.parley.training;

import dev.parley.understanding.IntentModel;
import dev.parley.understanding.LabelScorer;
import dev.parley.understanding.WordCounts;
import dev.parley.understanding.WordFeatures;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Learns a model of intents, chooses its thresholds and measures it by cross-validation. */
public final class Trainer {
  private static final Logger LOG = System.getLogger(Trainer.class.getName());

  private static final int MANY = 3000;
  private static final int ROUNDS_OF_MANY = 1;

  private final TextVectors vectors;

  public Trainer(TextVectors vectors) {
    this.vectors = vectors;
  }

  /**
   * A model and how good it is.
   *
   * @param leftOut how samples fared with a model that had not seen them
   */
  public record Trained(
      IntentModel model, ModelScores scores, ZoneThresholds zones, List<LeftOut> leftOut) {
    public Trained {
      leftOut = List.copyOf(leftOut);
    }
  }

  /** Learns in seconds: of many samples, a part is enough to choose the thresholds. */
  public Trained train(TrainingData data) {
    boolean many = data.samples().size() > MANY;
    return train(data, many ? ROUNDS_OF_MANY : CrossValidation.FOLDS);
  }

  /** The same, but each sample is left out once. */
  Trained trainWithEachLeftOut(TrainingData data) {
    return train(data, CrossValidation.FOLDS);
  }

  private Trained train(TrainingData data, int rounds) {
    vectors.prepare(data.meant());
    Map<String, WordCounts> wording = wording(data);
    var whole = IntentTraining.of(data.samples(), data, wording, vectors);
    var trial = new CrossValidation(data, wording, vectors, rounds);
    var learner =
        IntentLearners.assistant(vectors.light(), data.samples().size(), data.labels().size());
    List<List<IntentLearner.Part>> parts = new ArrayList<>(trial.parts(learner));
    parts.add(whole.parts(learner));
    List<LabelScorer> scorers = IntentLearner.learn(parts);
    int folds = scorers.size() - 1;
    List<LeftOut> leftOut = trial.leftOut(scorers.subList(0, folds));
    ZoneThresholds zones = ZoneThresholds.choose(leftOut);
    IntentModel model =
        whole.model(vectors.encoderId(), scorers.get(folds), zones.margin(), zones.resemblance());
    return new Trained(model, ModelScores.of(leftOut, zones), zones, leftOut);
  }

  static Map<String, WordCounts> wording(TrainingData data) {
    List<String> texts = data.texts().stream().distinct().toList();
    var words = new WordCounts[texts.size()];
    Workers.each(words.length, i -> words[i] = WordFeatures.of(texts.get(i)));
    Map<String, WordCounts> wording = new HashMap<>();
    for (int i = 0; i < words.length; i++) {
      wording.put(texts.get(i), words[i]);
    }
    return wording;
  }

  /** The newest stored model that was learnt from exactly this, or a new one, stored. */
  public IntentModel loadOrTrain(ModelStore store, TrainingData data) {
    Optional<ModelManifest> known = store.matching(data.hash(vectors.encoderId()));
    if (known.isPresent()) {
      try {
        return store.load(known.get().version());
      } catch (UnusableModelException e) {
        LOG.log(Level.WARNING, e.getMessage());
      }
    }
    Trained trained = train(data);
    store.save(trained, data);
    return trained.model();
  }
}
