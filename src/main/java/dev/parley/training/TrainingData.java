package dev.parley.training;

import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.Normaliser;
import dev.parley.understanding.RequestText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a model of intents is learnt from.
 *
 * @param samples the examples, as written and masked
 * @param descriptions what each intent is called and does, in words; these serve as examples too
 * @param slots what teaches the values of slots
 */
public record TrainingData(
    List<Sample> samples, SortedMap<String, List<String>> descriptions, SlotTraining slots) {

  /**
   * One example in both forms.
   *
   * @param typed what somebody wrote
   * @param raw that text as the classifier reads it
   * @param masked the same with its names replaced by plain words; the same where it has none
   */
  public record Sample(String typed, String raw, String masked, String intent) {
    /** One of so many. */
    private static final int LEFT_AS_WRITTEN = 10;

    /** One that is read as it was typed. */
    public Sample(String raw, String masked, String intent) {
      this(raw, raw, masked, intent);
    }

    /** As written and, where that differs, masked. */
    List<String> forms() {
      return raw.equals(masked) ? List.of(raw) : List.of(raw, masked);
    }

    /**
     * The form whose vector is learnt from: masked, but for some that are left as written, because
     * not every name will be recognised.
     */
    String meant() {
      return Math.floorMod(raw.hashCode(), LEFT_AS_WRITTEN) == 0 ? raw : masked;
    }

    /** What was typed, and what is meant by it. */
    String taught() {
      return taughtBy(intent, typed);
    }

    private static String taughtBy(String intent, String typed) {
      return intent + "\0" + typed;
    }
  }

  public TrainingData {
    samples = List.copyOf(samples);
    descriptions = new TreeMap<>(descriptions);
  }

  /** Teaches intents alone. */
  public TrainingData(List<Sample> samples, SortedMap<String, List<String>> descriptions) {
    this(samples, descriptions, SlotTraining.NONE);
  }

  /**
   * What teaches the intents of a catalogue; examples of others are left out.
   *
   * @param masking gives an example's text with its names replaced by plain words
   */
  public static TrainingData of(
      TrainingSet set, IntentCatalog catalog, Function<Example, String> masking) {
    return of(set, catalog, masking, ReadForms.none());
  }

  /** The same, with the forms in which examples were read before. */
  public static TrainingData of(
      TrainingSet set, IntentCatalog catalog, Function<Example, String> masking, ReadForms kept) {
    var descriptions = descriptions(catalog);
    List<Example> examples = taught(set, descriptions).toList();
    var known = kept.find(examples.stream().map(Example::text).toList());
    List<Sample> samples =
        examples.stream().parallel().map(e -> sample(e, masking, known.get(e.text()))).toList();
    if (examples.stream().anyMatch(e -> !known.containsKey(e.text()))) {
      kept.keep(samples);
    }
    return new TrainingData(samples, descriptions, SlotTraining.of(set, catalog));
  }

  /** Whether examples are so many that half of the encoder tells them apart as well. */
  public static boolean plenty(TrainingSet set, IntentCatalog catalog) {
    var descriptions = descriptions(catalog);
    long examples = taught(set, descriptions).count();
    return IntentLearners.plenty((int) examples, descriptions.size() + 1);
  }

  private static Sample sample(
      Example example, Function<Example, String> masking, String @Nullable [] known) {
    if (known != null) {
      return new Sample(example.text(), known[0], known[1], example.intent());
    }
    String raw = RequestText.of(Normaliser.normalise(example.text()));
    return new Sample(
        example.text(), raw, RequestText.of(masking.apply(example)), example.intent());
  }

  private static SortedMap<String, List<String>> descriptions(IntentCatalog catalog) {
    var descriptions = new TreeMap<String, List<String>>();
    for (Intent intent : catalog.all()) {
      descriptions.put(
          intent.name(), List.of(IntentNames.inWords(intent.name()), intent.summary()));
    }
    return descriptions;
  }

  private static Stream<Example> taught(
      TrainingSet set, SortedMap<String, List<String>> descriptions) {
    return set.examples().stream()
        .filter(
            e -> descriptions.containsKey(e.intent()) || e.intent().equals(IntentModel.NEGATIVE));
  }

  /** The labels to tell apart, sorted. */
  public SortedSet<String> labels() {
    var labels = new TreeSet<>(descriptions.keySet());
    samples.forEach(sample -> labels.add(sample.intent()));
    return labels;
  }

  /** Every text that needs a vector: what is learnt from, and what is asked about. */
  public List<String> meant() {
    var texts = new ArrayList<String>();
    for (Sample sample : samples) {
      texts.add(sample.meant());
      texts.add(sample.masked());
    }
    descriptions.values().forEach(texts::addAll);
    return texts;
  }

  /** Every text whose wording is learnt from. */
  public List<String> texts() {
    var texts = new ArrayList<String>();
    for (Sample sample : samples) {
      texts.add(sample.raw());
      texts.add(sample.masked());
    }
    descriptions.values().forEach(texts::addAll);
    return texts;
  }

  /**
   * Changes whenever another model would be learnt: with the examples, their masked forms (and so
   * with what the inventory makes of them), the intents' names and summaries, and the encoder.
   */
  public String hash(String encoderId) {
    MessageDigest digest = Hash.digest();
    add(digest, ModelFile.FORMAT, encoderId);
    samples.stream()
        .map(sample -> List.of(sample.intent(), sample.raw(), sample.masked()))
        .map(parts -> String.join("\0", parts))
        .sorted()
        .forEach(sample -> add(digest, sample));
    addRest(digest, descriptions, slots);
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Changes with the examples as they were typed, the intents' names and summaries, and the
   * encoder, but not with what the inventory makes of them: hosts and services come and go, and
   * nothing has to be learnt anew for that.
   */
  public String wording(String encoderId) {
    return wording(samples.stream().map(Sample::taught), descriptions, slots, encoderId);
  }

  /** The same of what {@link #of} would return, without reading the examples closely. */
  public static String wording(TrainingSet set, IntentCatalog catalog, String encoderId) {
    var descriptions = descriptions(catalog);
    var typed = taught(set, descriptions).map(e -> Sample.taughtBy(e.intent(), e.text()));
    return wording(typed, descriptions, SlotTraining.of(set, catalog), encoderId);
  }

  private static String wording(
      Stream<String> taught,
      SortedMap<String, List<String>> descriptions,
      SlotTraining slots,
      String encoderId) {
    MessageDigest digest = Hash.digest();
    add(digest, ModelFile.FORMAT, encoderId);
    taught.sorted().forEach(example -> add(digest, example));
    addRest(digest, descriptions, slots);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void addRest(
      MessageDigest digest, SortedMap<String, List<String>> descriptions, SlotTraining slots) {
    descriptions.forEach((name, words) -> add(digest, name, String.join("\0", words)));
    slots.taught().forEach(mark -> add(digest, mark));
  }

  private static void add(MessageDigest digest, String... parts) {
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
  }
}
