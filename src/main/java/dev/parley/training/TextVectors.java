package dev.parley.training;

import dev.parley.training.TextCache.Form;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.TextFeatures;
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
 * The vectors of many texts. They are computed on every processor, the longest first so that none
 * waits for another at the end, and kept in a file, so that training again is quick.
 */
public final class TextVectors {
  private static final String MAGIC = "parley-vectors/1";

  private final Function<String, float[]> encoder;
  private final String encoderId;
  private final @Nullable TextCache<float[]> file;
  private final Map<String, float[]> known = new HashMap<>();

  /**
   * @param encoder safe for use by many threads
   * @param encoderId names what the vectors come from
   * @param file where vectors are kept, or null
   */
  public TextVectors(Function<String, float[]> encoder, String encoderId, @Nullable Path file) {
    this.encoder = encoder;
    this.encoderId = encoderId;
    this.file = file == null ? null : new TextCache<>(file, MAGIC, encoderId, Form.FLOATS);
  }

  /** Stands where there is no encoder, for models that go by the wording alone. */
  public static TextVectors none() {
    return new TextVectors(TextFeatures::noVector, IntentModel.LIGHT, null);
  }

  public String encoderId() {
    return encoderId;
  }

  /** Whether there is no encoder. */
  public boolean light() {
    return encoderId.equals(IntentModel.LIGHT);
  }

  /** The vector of a text, computed anew. */
  float[] anew(String text) {
    return encoder.apply(text);
  }

  /** Computes what is not known yet of these texts, and lets the file hold these and no others. */
  public void prepare(Collection<String> texts) {
    var wanted = new LinkedHashSet<>(texts);
    wanted.removeAll(known.keySet());
    if (wanted.isEmpty()) {
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

  /** The vector of a text, which is computed when it was not prepared. Nobody changes it. */
  public float[] of(String text) {
    float[] vector = known.get(text);
    return vector == null ? encoder.apply(text) : vector;
  }

  private void compute(List<String> texts) {
    List<String> longestFirst =
        texts.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    var vectors = new float[longestFirst.size()][];
    Workers.each(longestFirst.size(), i -> vectors[i] = encoder.apply(longestFirst.get(i)));
    for (int i = 0; i < vectors.length; i++) {
      known.put(longestFirst.get(i), vectors[i]);
    }
  }
}
