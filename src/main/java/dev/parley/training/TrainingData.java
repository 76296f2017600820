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

    /** One that is read as it was typed. */
    public Sample(String raw, String masked, String intent) {
      this(raw, raw, masked, intent);
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
    var descriptions = descriptions(catalog);
    List<Sample> samples =
        taught(set, descriptions).parallel().map(e -> sample(e, masking.apply(e))).toList();
    return new TrainingData(samples, descriptions, SlotTraining.of(set, catalog));
  }

  private static Sample sample(Example example, String masked) {
    String raw = RequestText.of(Normaliser.normalise(example.text()));
    return new Sample(example.text(), raw, RequestText.of(masked), example.intent());
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

  /** Every text that needs a vector. */
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
