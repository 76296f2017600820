package dev.parley.training;

import dev.parley.understanding.Encoder;
import java.util.List;

/** The ways to learn, and which one fits how many examples. */
final class IntentLearners {
  /** From so many examples an intent on, the encoder's inner layers help. */
  static final int PLENTY = 20;

  private IntentLearners() {}

  /**
   * What does best.
   *
   * @param plenty whether there are {@link #PLENTY} examples an intent
   * @param vectors knows the vectors of all that will be learnt from
   */
  static IntentLearner fitting(boolean plenty, TextVectors vectors) {
    int numbers = plenty ? Encoder.WHOLE : Encoder.LAST_LAYER;
    return regression(vectors, numbers);
  }

  static IntentLearner regression(TextVectors vectors, int numbers) {
    return (texts, labels, classes) -> {
      List<float[]> rows = texts.stream().map(vectors::of).toList();
      return SoftmaxRegression.fit(rows, labels, classes, numbers);
    };
  }
}
