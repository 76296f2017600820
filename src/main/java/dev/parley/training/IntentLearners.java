package dev.parley.training;

import dev.parley.training.IntentLearner.Part;
import dev.parley.training.MlpTraining.Settings;
import dev.parley.understanding.Encoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/** The ways to learn, and which one fits how many examples. */
final class IntentLearners {
  /** From so many examples an intent on, networks and the encoder's inner layers help. */
  private static final int PLENTY = 20;

  /** Networks that err differently correct each other: some centred, some not. */
  private static final int CENTRED = 2;

  private static final int PLAIN = 3;

  /** How many examples are shown in all to each network of a kind. */
  private static final int SHOWN_TO_CENTRED = 100_000;

  private static final int SHOWN_TO_PLAIN = 160_000;

  /** What the wording's share is beside the networks. */
  private static final float WORDS_BESIDE_NETWORKS = 0.2f;

  private static final float WORDS_IN_ASSISTANT = 0.5f;

  /** What the plain regression's share is beside the network, where there is only the wording. */
  private static final float REGRESSION_IN_LIGHT = 0.6f;

  private static final int LIGHT_UNITS = 128;

  /** How many examples are shown in all to what has to be learnt in seconds. */
  private static final int SHOWN = 100_000;

  private static final int LEAST_EPOCHS = 8;
  private static final int MOST_EPOCHS = 40;

  private IntentLearners() {}

  /** Whether there are {@link #PLENTY} examples an intent. */
  static boolean plenty(int examples, int intents) {
    return examples >= PLENTY * intents;
  }

  /** What does best. */
  static IntentLearner fitting(boolean light, boolean plenty) {
    if (light) {
      return wording();
    }
    return plenty ? networks(both(CENTRED, PLAIN), WORDS_BESIDE_NETWORKS) : regression();
  }

  /** The same with one network of a kind: less good, but as sure of what it does not know. */
  static IntentLearner sketching(boolean light, boolean plenty) {
    return light || !plenty ? fitting(light, plenty) : networks(both(1, 1), WORDS_BESIDE_NETWORKS);
  }

  /** What does best without an encoder. */
  static IntentLearner wording() {
    return (lessons, classes, space) -> {
      int epochs = epochs(SHOWN, lessons.size());
      return List.of(
          new Part(REGRESSION_IN_LIGHT, () -> WordTraining.fit(lessons, classes, space)),
          new Part(
              1 - REGRESSION_IN_LIGHT,
              () -> WordNetworkTraining.fit(lessons, classes, space, LIGHT_UNITS, epochs)));
    };
  }

  /** The fewer the examples, the more often each is shown. */
  private static int epochs(int shown, int examples) {
    return Math.max(LEAST_EPOCHS, rounds(shown, examples));
  }

  private static int rounds(int shown, int examples) {
    return Math.max(1, Math.min(MOST_EPOCHS, shown / Math.max(1, examples)));
  }

  /**
   * What serves the assistant itself, which has to learn in seconds: a small network, shown fewer
   * rounds the more there is to learn from, and as much of the wording.
   *
   * @param examples how many there are in all
   */
  static IntentLearner assistant(boolean light, int examples, int intents) {
    if (light) {
      return wording();
    }
    return plenty(examples, intents)
        ? networks(List.of(size -> small(examples)), WORDS_IN_ASSISTANT)
        : regression();
  }

  private static Settings small(int examples) {
    int epochs = epochs(SHOWN, examples);
    return new Settings(64, Encoder.WHOLE, true, epochs, 64, 3e-3, 0.1, 0.2, 0.02);
  }

  private static Settings centred(int examples) {
    int epochs = rounds(SHOWN_TO_CENTRED, examples);
    return new Settings(512, Encoder.WHOLE, true, epochs, 128, 1e-3, 0.2, 0.4, 0.1);
  }

  /** Learns more slowly, and knows better what it does not know. */
  private static Settings plain(int examples) {
    int epochs = rounds(SHOWN_TO_PLAIN, examples);
    return new Settings(256, Encoder.WHOLE, false, epochs, 64, 1.5e-3, 0.2, 0.4, 0.1);
  }

  private static List<IntFunction<Settings>> both(int centred, int plain) {
    List<IntFunction<Settings>> kinds = new ArrayList<>();
    kinds.addAll(Collections.nCopies(centred, IntentLearners::centred));
    kinds.addAll(Collections.nCopies(plain, IntentLearners::plain));
    return kinds;
  }

  /** What does best with few examples: the wording of so few misleads. */
  static IntentLearner regression() {
    return (lessons, classes, space) ->
        List.of(new Part(1, () -> SoftmaxRegression.fit(lessons, classes, Encoder.LAST_LAYER)));
  }

  /** What does best with many examples: a network for each of these, and the wording. */
  private static IntentLearner networks(List<IntFunction<Settings>> sized, float wording) {
    return (lessons, classes, space) -> {
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i < sized.size(); i++) {
        Settings settings = sized.get(i).apply(lessons.size());
        long seed = i + 1L;
        parts.add(
            new Part(
                (1 - wording) / sized.size(),
                () -> MlpTraining.fit(lessons, classes, settings, seed)));
      }
      parts.add(new Part(wording, () -> WordTraining.fit(lessons, classes, space)));
      return parts;
    };
  }
}
