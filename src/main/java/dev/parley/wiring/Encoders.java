package dev.parley.wiring;

import dev.parley.training.TrainingData;
import dev.parley.understanding.Encoder;
import dev.parley.understanding.IntentModel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The encoder that fits how much there is to learn from, opened when it is first wanted and kept
 * for as long as the process lives: half of it does with many examples, and is twice as fast.
 */
final class Encoders {
  private final Path natives;
  private final Map<Boolean, Optional<Encoder>> opened = new HashMap<>();

  Encoders(Path natives) {
    this.natives = natives;
  }

  /** The one to learn with; nothing where messages are understood without one. */
  Optional<Encoder> of(Estate estate) {
    return opened(TrainingData.plenty(estate.examples(), estate.catalog()));
  }

  /** The one that a model was learnt with; nothing where that was none. */
  Optional<Encoder> of(IntentModel model) {
    return model.encoder().equals(IntentModel.LIGHT)
        ? Optional.empty()
        : opened(model.encoder().equals(Encoder.HALF));
  }

  private synchronized Optional<Encoder> opened(boolean half) {
    return opened.computeIfAbsent(half, h -> ChosenPipeline.encoder(natives, h));
  }
}
