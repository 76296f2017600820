package dev.parley.training;

import dev.parley.understanding.IntentModel;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** Learns a model of intents, chooses its thresholds and measures it by cross-validation. */
public final class Trainer {
  private static final Logger LOG = System.getLogger(Trainer.class.getName());

  private final TextVectors vectors;

  public Trainer(TextVectors vectors) {
    this.vectors = vectors;
  }

  /**
   * A model and how good it is.
   *
   * @param leftOut how each sample fared with a model that had not seen it
   */
  public record Trained(
      IntentModel model, ModelScores scores, ZoneThresholds zones, List<LeftOut> leftOut) {
    public Trained {
      leftOut = List.copyOf(leftOut);
    }
  }

  public Trained train(TrainingData data) {
    vectors.prepare(data.texts());
    List<LeftOut> leftOut = CrossValidation.run(data, vectors);
    ZoneThresholds zones = ZoneThresholds.choose(leftOut);
    IntentModel model =
        IntentTraining.learn(
            data.samples(),
            data.descriptions(),
            List.copyOf(data.labels()),
            vectors,
            zones.margin(),
            zones.resemblance());
    return new Trained(model, ModelScores.of(leftOut, zones), zones, leftOut);
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
