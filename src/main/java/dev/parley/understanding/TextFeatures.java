package dev.parley.understanding;

import java.util.function.Function;

/**
 * What a text is classified by.
 *
 * @param vector what it means, from an {@link Encoder}; empty where there is none
 * @param words how it is worded
 */
public record TextFeatures(float[] vector, WordCounts words) {
  private static final float[] NONE = {};

  /** Reads a text with an encoder. */
  public static TextFeatures of(String text, Function<String, float[]> encoder) {
    return new TextFeatures(encoder.apply(text), WordFeatures.of(text));
  }

  /** An encoder for models that go by the wording alone. */
  public static float[] noVector(String text) {
    return NONE;
  }
}
