package dev.parley.training;

import dev.parley.training.IntentLearner.Part;
import dev.parley.training.MlpTraining.Settings;
import dev.parley.understanding.Encoder;
import java.util.ArrayList;
import java.util.List;

/** The ways to learn, and which one fits how many examples. */
final class IntentLearners {
  /** From so many examples an intent on, networks and the encoder's inner layers help. */
  private static final int PLENTY = 20;

  /** How many examples are shown in all to each network of a kind. */
  private static final int SHOWN_TO_CENTRED = 100_000;

  private static final int SHOWN_TO_PLAIN = 160_000;

  /** How often each example is shown to a centred network at least; with half, it errs more. */
  private static final int LEAST_CENTRED_EPOCHS = 12;

  /** How many examples the others are compared with at most. */
  private static final int LANDMARKS = 3000;

  private static final long KERNEL_SEED = 1;

  /** What the wording's share is beside the network. */
  private static final float WORDS_IN_ASSISTANT = 0.45f;

  /** What the plain regression's share is beside the network, where there is only the wording. */
  private static final float REGRESSION_IN_LIGHT = 0.6f;

  private static final int LIGHT_UNITS = 128;

  private static final int SHOWN_IN_LIGHT = 100_000;

  private static final int LEAST_LIGHT_EPOCHS = 8;

  /** How many examples are shown in all to what has to be learnt in seconds. */
  private static final int SHOWN = 120_000;

  private static final int LEAST_EPOCHS = 8;
  private static final int MOST_EPOCHS = 40;

  private IntentLearners() {}

  /** Whether there are {@link #PLENTY} examples an intent. */
  static boolean plenty(int examples, int intents) {
    return examples >= PLENTY * intents;
  }

  /** What does best; how much its parts count is for {@link Shares} to find out. */
  static IntentLearner fitting(boolean light, boolean plenty) {
    if (light) {
      return wording();
    }
    return plenty ? mixture() : few();
  }

  /**
   * What does best with many examples: two networks over what a text means and two scorers over its
   * wording, which err differently and so correct each other. The slowest comes first.
   */
  private static IntentLearner mixture() {
    return (lessons, classes, space) -> {
      var centred = centred(lessons.size());
      var plain = plain(lessons.size());
      var parts = new ArrayList<Part>();
      // Networks that begin alike err alike, so a trial of fewer lessons begins elsewhere.
      long seed = 2L * lessons.size();
      parts.add(new Part(1, () -> MlpTraining.fit(lessons, classes, centred, seed + 1)));
      parts.add(new Part(1, () -> MlpTraining.fit(lessons, classes, plain, seed)));
      parts.addAll(wording().parts(lessons, classes, space));
      return parts;
    };
  }

  /** What does best with few examples: their wording is of little use, and networks need more. */
  private static IntentLearner few() {
    return (lessons, classes, space) -> {
      var parts = new ArrayList<>(regression().parts(lessons, classes, space));
      parts.add(
          new Part(
              1,
              () ->
                  KernelTraining.fit(
                      lessons, classes, Encoder.FIRST_PARTS, LANDMARKS, KERNEL_SEED)));
      parts.add(new Part(1, () -> WordTraining.fit(lessons, classes, space)));
      return parts;
    };
  }

  /** What does best without an encoder. */
  static IntentLearner wording() {
    return (lessons, classes, space) -> {
      int epochs = Math.max(LEAST_LIGHT_EPOCHS, rounds(SHOWN_IN_LIGHT, lessons.size()));
      return List.of(
          new Part(REGRESSION_IN_LIGHT, () -> WordTraining.fit(lessons, classes, space)),
          new Part(
              1 - REGRESSION_IN_LIGHT,
              () -> WordNetworkTraining.fit(lessons, classes, space, LIGHT_UNITS, epochs)));
    };
  }

  /** The fewer the examples, the more often each is shown. */
  private static int rounds(int shown, int examples) {
    return Math.max(1, Math.min(MOST_EPOCHS, shown / Math.max(1, examples)));
  }

  /**
   * What serves the assistant itself, which has to learn in seconds: a small network, shown fewer
   * rounds the more there is to learn from, and nearly as much of the wording.
   *
   * @param examples how many there are in all
   */
  static IntentLearner assistant(boolean light, int examples, int intents) {
    if (light) {
      return wording();
    }
    return plenty(examples, intents) ? network() : regression();
  }

  private static Settings small(int examples, int numbers) {
    int epochs = Math.max(LEAST_EPOCHS, rounds(SHOWN, examples));
    return new Settings(128, numbers, true, epochs, 128, 3e-3, 0.1, 0.3, 0.1);
  }

  private static Settings centred(int examples) {
    int epochs = Math.max(LEAST_CENTRED_EPOCHS, rounds(SHOWN_TO_CENTRED, examples));
    return new Settings(512, Encoder.WHOLE, true, epochs, 128, 1e-3, 0.2, 0.4, 0.1);
  }

  /** Learns more slowly, and knows better what it does not know. */
  private static Settings plain(int examples) {
    int epochs = rounds(SHOWN_TO_PLAIN, examples);
    return new Settings(256, Encoder.WHOLE, false, epochs, 64, 1.5e-3, 0.2, 0.4, 0.1);
  }

  /** What does best with few examples: the wording of so few misleads. */
  static IntentLearner regression() {
    return (lessons, classes, space) ->
        List.of(new Part(1, () -> SoftmaxRegression.fit(lessons, classes, Encoder.FIRST_PARTS)));
  }

  private static IntentLearner network() {
    return (lessons, classes, space) -> {
      var settings = small(lessons.size(), lessons.get(0).form(0).vector().length);
      return List.of(
          new Part(1 - WORDS_IN_ASSISTANT, () -> MlpTraining.fit(lessons, classes, settings, 1)),
          new Part(WORDS_IN_ASSISTANT, () -> WordTraining.fitFast(lessons, classes, space)));
    };
  }
}
