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
   * @param masked the text with its names replaced by plain words; the same where it has none
   */
  public record Sample(String raw, String masked, String intent) {}

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
    var descriptions = new TreeMap<String, List<String>>();
    for (Intent intent : catalog.all()) {
      descriptions.put(
          intent.name(), List.of(IntentNames.inWords(intent.name()), intent.summary()));
    }
    var samples = new ArrayList<Sample>();
    for (Example example : set.examples()) {
      if (descriptions.containsKey(example.intent())
          || example.intent().equals(IntentModel.NEGATIVE)) {
        String masked = RequestText.of(masking.apply(example));
        samples.add(
            new Sample(
                RequestText.of(Normaliser.normalise(example.text())), masked, example.intent()));
      }
    }
    return new TrainingData(samples, descriptions, SlotTraining.of(set, catalog));
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
    descriptions.forEach((name, words) -> add(digest, name, String.join("\0", words)));
    slots.taught().forEach(mark -> add(digest, mark));
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Changes with the examples as they are written, the intents' names and summaries, and the
   * encoder, but not with what the inventory makes of them: hosts and services come and go, and
   * nothing has to be learnt anew for that.
   */
  public String wording(String encoderId) {
    MessageDigest digest = Hash.digest();
    add(digest, ModelFile.FORMAT, encoderId);
    samples.stream()
        .map(sample -> sample.intent() + "\0" + sample.raw())
        .sorted()
        .forEach(sample -> add(digest, sample));
    descriptions.forEach((name, words) -> add(digest, name, String.join("\0", words)));
    slots.taught().forEach(mark -> add(digest, mark));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String... parts) {
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
  }
}
