package dev.parley.training;

import dev.parley.understanding.Encoder;
import java.util.List;

/** The ways to learn, and which one fits how many examples. */
final class IntentLearners {
  private static final int PLENTY = 20;

  private IntentLearners() {}

  /**
   * What does best with so many examples an intent.
   *
   * @param vectors knows the vectors of all that will be learnt from
   */
  static IntentLearner fitting(int examplesEach, TextVectors vectors) {
    int numbers = examplesEach < PLENTY ? Encoder.LAST_LAYER : Encoder.WHOLE;
    return regression(vectors, numbers);
  }

  static IntentLearner regression(TextVectors vectors, int numbers) {
    return (texts, labels, classes) -> {
      List<float[]> rows = texts.stream().map(vectors::of).toList();
      return SoftmaxRegression.fit(rows, labels, classes, numbers);
    };
  }
}
