package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.Resolution;
import dev.parley.training.Annotation;
import dev.parley.training.Example;
import dev.parley.understanding.Entity;
import dev.parley.understanding.Expectation;
import dev.parley.understanding.IntentScores;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.MessageReader;
import dev.parley.understanding.ScoredIntent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The values that the shipped examples label are those that are read from them. */
class SlotsOfExamplesTest {
  /** Texts and names that no estate knows are read by the tagger, which has no part here. */
  private static final double WORST_INTENT = 0.38;

  private static final double OVERALL = 0.83;

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final Map<String, MessageReader> readers = new HashMap<>();
  private final Estate estate = Estate.read(Home.demo(Path.of("")));

  @Test
  void nearlyEveryLabelledValueIsReadAndLittleElse() {
    var wrong = new TreeMap<String, List<String>>();
    var count = new TreeMap<String, Integer>();
    for (var example : estate.examples().examples()) {
      estate
          .catalog()
          .find(example.intent())
          .ifPresent(intent -> check(intent, example, wrong, count));
    }
    var all = new ArrayList<String>();
    wrong.values().forEach(all::addAll);
    var told = String.join("\n", all);
    for (var intent : count.keySet()) {
      var right = 1 - (double) wrong.getOrDefault(intent, List.of()).size() / count.get(intent);
      assertThat(right).as(intent + "\n" + told).isGreaterThan(WORST_INTENT);
    }
    int examples = count.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(1 - (double) all.size() / examples).as(told).isGreaterThan(OVERALL);
  }

  /** An example is right when each of its slots has exactly the values that are labelled. */
  private void check(
      Intent intent,
      Example example,
      TreeMap<String, List<String>> wrong,
      TreeMap<String, Integer> count) {
    count.merge(intent.name(), 1, Integer::sum);
    var reading = read(example.text(), intent);
    var labelled = new TreeSet<String>();
    example.annotations().forEach(label -> labelled.addAll(values(intent, label, example)));
    var found = new TreeSet<String>();
    reading.entities().forEach(entity -> found.addAll(values(intent, entity)));
    if (!found.equals(labelled) || reading.objection() != null) {
      wrong
          .computeIfAbsent(intent.name(), i -> new ArrayList<>())
          .add(
              "%s: %s%n    labelled %s, read %s, objection %s"
                  .formatted(intent.name(), example.text(), labelled, found, reading.objection()));
    }
  }

  private Interpretation read(String text, Intent intent) {
    var reader = readers.computeIfAbsent(intent.name(), this::readerOf);
    var utterance =
        new Utterance("m", new ConversationId("test", "c"), Speaker.of("test", "x"), text, NOON);
    return reader.read(utterance, Expectation.none());
  }

  /** A reader that takes everything for one intent. */
  private MessageReader readerOf(String intent) {
    var scores = new IntentScores(List.of(new ScoredIntent(intent, 1)), true, true);
    return new MessageReader(
        estate.catalog(), estate.inventory(), estate.resolver(), (raw, masked) -> scores);
  }

  private List<String> values(Intent intent, Annotation label, Example example) {
    var slot = intent.slot(label.slot()).orElseThrow();
    var marked = example.text().substring(label.start(), label.end());
    var text = slot.type() == SlotType.STATE ? label.value() : marked;
    var resolved = estate.resolver().resolve(slot, text);
    var values =
        slot.type().kind() == SlotType.Kind.CLOSED && resolved instanceof Resolution.Resolved found
            ? found.canonical()
            : List.of(text);
    return values.stream().map(value -> slot.name() + "=" + plain(slot, value)).toList();
  }

  private static List<String> values(Intent intent, Entity entity) {
    var slot = intent.slots().stream().filter(s -> s.type() == entity.type()).findFirst();
    return slot.stream()
        .flatMap(
            s ->
                (s.type().kind() == SlotType.Kind.CLOSED
                        ? entity.values().stream().map(SlotValue::canonical)
                        : Stream.of(entity.text()))
                    .map(value -> s.name() + "=" + plain(s, value)))
        .toList();
  }

  private static String plain(Slot slot, String text) {
    var plain = slot.type() == SlotType.TEXT ? text.replaceAll("^[\"']|[\"']$", "") : text;
    return plain.toLowerCase(Locale.ROOT);
  }
}
