package dev.parley.training;

import dev.parley.training.TextCache.Form;
import dev.parley.understanding.Encoded;
import dev.parley.understanding.Encoder;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.TaggedWords;
import dev.parley.understanding.TokenStates;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The encoder's states of the words of many texts, a byte a number: what is lost is far below what
 * differs from one word to the next.
 */
public final class WordStates {
  private static final String MAGIC = "parley-states/1";

  /** States lie within four of zero, but for a few numbers that say little. */
  private static final float STEPS = 32;

  private final Function<String, Encoded> encoder;
  private final String encoderId;
  private final int layers;
  private final @Nullable TextCache<byte[]> file;
  private final Map<String, byte[]> known = new HashMap<>();
  private final Map<String, float[]> vectors = new HashMap<>();

  /**
   * @param layers how many layers are kept
   * @param file where states are kept, or null
   */
  public WordStates(Encoder encoder, int layers, @Nullable Path file) {
    this(encoder::encodeWhole, encoder.id(), layers, file);
  }

  /**
   * @param encoder safe for use by many threads
   * @param encoderId names what the states come from
   */
  WordStates(Function<String, Encoded> encoder, String encoderId, int layers, @Nullable Path file) {
    this.encoder = encoder;
    this.encoderId = encoderId;
    this.layers = layers;
    this.file =
        file == null ? null : new TextCache<>(file, MAGIC, encoderId + "/" + layers, Form.BYTES);
  }

  /** Stands where there is no encoder, for taggers of words alone. */
  static WordStates none() {
    return new WordStates(SlotTraining::noEncoder, IntentModel.LIGHT, 0, null);
  }

  String encoderId() {
    return encoderId;
  }

  int layers() {
    return layers;
  }

  /** Computes what is not known yet of these texts, and lets the file hold these and no others. */
  public void prepare(Collection<String> texts) {
    var wanted = new LinkedHashSet<>(texts);
    wanted.removeAll(known.keySet());
    if (layers == 0 || wanted.isEmpty()) {
      return;
    }
    if (file != null) {
      known.putAll(file.read(wanted));
      wanted.removeAll(known.keySet());
    }
    compute(List.copyOf(wanted));
    if (file != null && !wanted.isEmpty()) {
      file.write(known);
    }
  }

  private void compute(List<String> texts) {
    List<String> longestFirst =
        texts.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    var states = new byte[longestFirst.size()][];
    var whole = new float[longestFirst.size()][];
    Workers.each(
        states.length,
        i -> {
          Encoded encoded = encoder.apply(longestFirst.get(i));
          states[i] = pack(encoded.states().of(TaggedWords.of(longestFirst.get(i)), layers));
          whole[i] = encoded.vector();
        });
    for (int i = 0; i < states.length; i++) {
      known.put(longestFirst.get(i), states[i]);
      vectors.put(longestFirst.get(i), whole[i]);
    }
  }

  /** What the encoder makes of a text, computed anew. */
  TokenStates states(String text) {
    return encoder.apply(text).states();
  }

  /** The vector of a text, where its states were computed here. */
  public float[] vector(String text) {
    float[] vector = vectors.get(text);
    return vector == null ? encoder.apply(text).vector() : vector;
  }

  /** The states of a text's words, in rows that the caller may change. */
  float[][] of(String text, TaggedWords words) {
    int width = layers * Encoder.PART;
    var rows = new float[words.size()][width];
    if (width == 0) {
      return rows;
    }
    byte[] packed = known.get(text);
    if (packed == null || packed.length != rows.length * width) {
      return encoder.apply(text).states().of(words, layers);
    }
    int at = 0;
    for (float[] row : rows) {
      for (int k = 0; k < width; k++) {
        row[k] = packed[at++] / STEPS;
      }
    }
    return rows;
  }

  private static byte[] pack(float[][] rows) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    var packed = new byte[rows.length * width];
    for (int at = 0; at < packed.length; at++) {
      int step = Math.round(rows[at / width][at % width] * STEPS);
      packed[at] = (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, step));
    }
    return packed;
  }
}
