package dev.parley.training;

import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.understanding.SlotModel;
import dev.parley.understanding.SlotTagger;
import dev.parley.understanding.SlotTags;
import dev.parley.understanding.TaggedSlots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What teaches the tagger of a catalogue: the examples of those intents that take values which only
 * their surroundings tell. Names and values with a form of their own are found without it.
 */
public final class SlotTraining {
  private static final int FOLDS = 5;

  private record Taught(String intent, TaggedExample example) {}

  private final SlotTags tags;
  private final Map<String, Set<String>> slots;
  private final List<Taught> taught = new ArrayList<>();

  private SlotTraining(TrainingSet set, IntentCatalog catalog) {
    slots = open(catalog);
    tags = tags(set, slots);
    for (Example example : set.examples()) {
      if (slots.containsKey(example.intent())) {
        taught.add(new Taught(example.intent(), TaggedExample.of(example, tags).asRead()));
      }
    }
  }

  public static SlotTraining of(TrainingSet set, IntentCatalog catalog) {
    return new SlotTraining(set, catalog);
  }

  private static Map<String, Set<String>> open(IntentCatalog catalog) {
    var slots = new HashMap<String, Set<String>>();
    for (Intent intent : catalog.all()) {
      var names = new HashSet<String>();
      intent.slots().stream().filter(TaggedSlots::open).forEach(slot -> names.add(slot.name()));
      if (!names.isEmpty()) {
        slots.put(intent.name(), names);
      }
    }
    return slots;
  }

  private static SlotTags tags(TrainingSet set, Map<String, Set<String>> slots) {
    var names = new TreeSet<String>();
    for (Example example : set.examples()) {
      Set<String> open = slots.getOrDefault(example.intent(), Set.of());
      example.annotations().stream()
          .map(Annotation::slot)
          .filter(open::contains)
          .forEach(names::add);
    }
    return new SlotTags(List.copyOf(names));
  }

  /** The texts whose states are needed. */
  public List<String> texts() {
    return taught.stream().map(t -> t.example().text()).toList();
  }

  /** Learns from all of it; nothing when no example marks such a value. */
  Optional<SlotModel> learn(SlotLearner learner) {
    return tags.slots().isEmpty()
        ? Optional.empty()
        : Optional.of(learner.learn(taught.stream().map(Taught::example).toList(), tags));
  }

  /** Tries each example on a tagger that was learnt without it, told its intent. */
  SlotScores crossValidate(SlotLearner learner, Function<SlotModel, SlotTagger> taggers) {
    var scores = new SlotScores();
    int[] fold = Folds.deal(taught, FOLDS, Taught::intent, t -> t.example().text());
    for (int f = 0; f < FOLDS && !tags.slots().isEmpty(); f++) {
      var seen = new ArrayList<TaggedExample>();
      var unseen = new ArrayList<Taught>();
      for (int i = 0; i < fold.length; i++) {
        if (fold[i] == f) {
          unseen.add(taught.get(i));
        } else {
          seen.add(taught.get(i).example());
        }
      }
      SlotTagger tagger = taggers.apply(learner.learn(seen, tags));
      for (Taught left : unseen) {
        Set<String> open = slots.getOrDefault(left.intent(), Set.of());
        String text = left.example().text();
        scores.add(left.example().annotations(tags), tagger.tag(text, open::contains));
      }
    }
    return scores;
  }
}
