package dev.parley.training;

import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.understanding.Encoded;
import dev.parley.understanding.SlotModel;
import dev.parley.understanding.SlotTagger;
import dev.parley.understanding.SlotTags;
import dev.parley.understanding.TaggedSlots;
import dev.parley.understanding.TokenStates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What teaches the tagger of a catalogue: the examples of those intents that take values which only
 * their surroundings tell, names that do not exist among them. Names that do, and values with a
 * form of their own, are found without it.
 */
public final class SlotTraining {
  private static final int FOLDS = 5;

  /** How many examples are used of an intent that takes nothing but names. */
  private static final int MOST_OF_NAMES_ALONE = 80;

  private record Taught(String intent, TaggedExample example) {}

  /** Teaches nothing. */
  static final SlotTraining NONE = new SlotTraining(List.of(), Map.of());

  private final List<Example> examples;
  private final Map<String, Set<String>> slots;

  /**
   * @param slots the names of each intent's slots that are tagged
   */
  private SlotTraining(List<Example> examples, Map<String, Set<String>> slots) {
    this.examples = examples;
    this.slots = slots;
  }

  public static SlotTraining of(TrainingSet set, IntentCatalog catalog) {
    var slots = tagged(catalog);
    var taken = new HashMap<String, Integer>();
    var examples = new ArrayList<Example>();
    for (Example example : set.examples()) {
      var intent = catalog.find(example.intent()).filter(i -> slots.containsKey(i.name()));
      boolean open = intent.filter(i -> i.slots().stream().anyMatch(TaggedSlots::open)).isPresent();
      if (intent.isPresent()
          && (open || taken.merge(example.intent(), 1, Integer::sum) <= MOST_OF_NAMES_ALONE)) {
        examples.add(InventedNames.in(example, intent.get()));
      }
    }
    return new SlotTraining(examples, slots);
  }

  /** Changes whenever another tagger would be learnt. */
  List<String> taught() {
    return examples.stream()
        .map(e -> String.join("\0", e.intent(), e.text(), marks(e)))
        .sorted()
        .toList();
  }

  private static String marks(Example example) {
    return example.annotations().stream()
        .map(a -> a.start() + "-" + a.end() + " " + a.slot())
        .collect(Collectors.joining("\0"));
  }

  private List<Taught> read(SlotTags tags) {
    return examples.stream()
        .map(e -> new Taught(e.intent(), TaggedExample.of(e, tags).asRead()))
        .toList();
  }

  private static Map<String, Set<String>> tagged(IntentCatalog catalog) {
    var slots = new HashMap<String, Set<String>>();
    for (Intent intent : catalog.all()) {
      var names = new HashSet<String>();
      intent.slots().stream().filter(TaggedSlots::tagged).forEach(slot -> names.add(slot.name()));
      if (!names.isEmpty()) {
        slots.put(intent.name(), names);
      }
    }
    return slots;
  }

  private SlotTags tags() {
    var names = new TreeSet<String>();
    for (Example example : examples) {
      Set<String> open = slots.getOrDefault(example.intent(), Set.of());
      example.annotations().stream()
          .map(Annotation::slot)
          .filter(open::contains)
          .forEach(names::add);
    }
    return new SlotTags(List.copyOf(names));
  }

  /** Has the encoder read what is learnt from. */
  public void prepare(WordStates states) {
    states.prepare(read(tags()).stream().map(t -> t.example().text()).toList());
  }

  /** Learns from all of it, quickly; nothing when no example marks such a value. */
  public Optional<SlotModel> learn(WordStates states) {
    return learn(SlotLearner.full(states, CrfSettings.QUICK));
  }

  /** The same without an encoder. */
  public Optional<SlotModel> learnLight() {
    return learn(SlotLearner.light());
  }

  private Optional<SlotModel> learn(SlotLearner learner) {
    SlotTags tags = tags();
    return tags.slots().isEmpty()
        ? Optional.empty()
        : Optional.of(learner.learn(read(tags).stream().map(Taught::example).toList(), tags));
  }

  /** Tries each example on a tagger that was learnt without it, told its intent. */
  public SlotScores crossValidate(WordStates states) {
    prepare(states);
    return crossValidate(
        SlotLearner.full(states, CrfSettings.QUICK), model -> model.tagger(states::states));
  }

  /** The same without an encoder. */
  public SlotScores crossValidateLight() {
    return crossValidate(SlotLearner.light(), model -> model.tagger(SlotTraining::noStates));
  }

  static TokenStates noStates(String text) {
    return noEncoder(text).states();
  }

  static Encoded noEncoder(String text) {
    throw new IllegalStateException("The light pipeline has no encoder.");
  }

  private SlotScores crossValidate(SlotLearner learner, Function<SlotModel, SlotTagger> taggers) {
    SlotTags tags = tags();
    List<Taught> taught = read(tags);
    int[] fold = Folds.deal(taught, FOLDS, Taught::intent, t -> t.example().text());
    var scores = new SlotScores[tags.slots().isEmpty() ? 0 : FOLDS];
    Workers.each(
        scores.length,
        f -> {
          var seen = new ArrayList<TaggedExample>();
          var unseen = new ArrayList<Taught>();
          for (int i = 0; i < fold.length; i++) {
            if (fold[i] == f) {
              unseen.add(taught.get(i));
            } else {
              seen.add(taught.get(i).example());
            }
          }
          scores[f] = scores(unseen, taggers.apply(learner.learn(seen, tags)), tags);
        });
    var all = new SlotScores();
    Arrays.stream(scores).forEach(all::add);
    return all;
  }

  private SlotScores scores(List<Taught> unseen, SlotTagger tagger, SlotTags tags) {
    var scores = new SlotScores();
    for (Taught left : unseen) {
      Set<String> open = slots.getOrDefault(left.intent(), Set.of());
      String text = left.example().text();
      scores.add(left.example().annotations(tags), tagger.tag(text, open::contains));
    }
    return scores;
  }
}
