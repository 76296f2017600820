package dev.parley.understanding;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import org.jspecify.annotations.Nullable;

/**
 * What the encoder makes of each piece of a text, and where the piece stands. A piece is a word or
 * a part of one.
 */
public final class TokenStates {
  /** The layers that are kept: the last one, the seventh and the third. */
  public static final int LAYERS = 3;

  private final int[] starts;
  private final int[] ends;
  private final float[][] layers;

  private TokenStates(int[] starts, int[] ends, float[][] layers) {
    this.starts = starts;
    this.ends = ends;
    this.layers = layers;
  }

  /**
   * @param spans of the pieces in code points; null for what the encoder adds
   * @param layers each {@link Encoder#PART} numbers a piece
   */
  static TokenStates of(String text, @Nullable CharSpan[] spans, float[]... layers) {
    var starts = new int[spans.length];
    var ends = new int[spans.length];
    int[] places = text.codePointCount(0, text.length()) == text.length() ? null : places(text);
    for (int i = 0; i < spans.length; i++) {
      CharSpan span = spans[i];
      starts[i] = span == null ? 0 : place(places, span.getStart());
      ends[i] = span == null ? 0 : place(places, span.getEnd());
    }
    return new TokenStates(starts, ends, layers);
  }

  /** Where each code point begins, and where the last one ends. */
  private static int[] places(String text) {
    var places = new int[text.codePointCount(0, text.length()) + 1];
    int at = 0;
    for (int i = 0; i < places.length; i++) {
      places[i] = at;
      at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
    }
    return places;
  }

  private static int place(int @Nullable [] places, int codePoint) {
    return places == null ? codePoint : places[Math.min(codePoint, places.length - 1)];
  }

  /**
   * For each word the mean of its pieces, of the first {@code count} layers one after the other;
   * zeros for a word that the encoder did not see.
   */
  public float[][] of(TaggedWords words, int count) {
    var means = new float[words.size()][];
    int piece = 0;
    for (int w = 0; w < means.length; w++) {
      while (piece < starts.length && ends[piece] <= words.start(w)) {
        piece++;
      }
      means[w] = mean(piece, words.start(w), words.end(w), count);
    }
    return means;
  }

  private float[] mean(int from, int start, int end, int count) {
    var mean = new float[count * Encoder.PART];
    int pieces = 0;
    for (int piece = from; piece < starts.length && starts[piece] < end; piece++) {
      if (ends[piece] <= start) {
        continue;
      }
      pieces++;
      for (int layer = 0; layer < count; layer++) {
        int at = layer * Encoder.PART;
        for (int k = 0; k < Encoder.PART; k++) {
          mean[at + k] += layers[layer][piece * Encoder.PART + k];
        }
      }
    }
    for (int k = 0; pieces > 1 && k < mean.length; k++) {
      mean[k] /= pieces;
    }
    return mean;
  }
}
