package dev.parley.understanding;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.IntentReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The shipped intents on a small estate, read by somebody in Berlin at noon of a Friday. */
final class Shipped {
  static final IntentCatalog CATALOG = IntentReader.read(Path.of("intents")).catalog();

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");

  private Shipped() {}

  /** What is read when the message is taken to ask for an intent. */
  static Interpretation read(String intent, String text) {
    return read(intent, text, Expectation.none());
  }

  static Interpretation read(String intent, String text, Expectation expectation) {
    var scores = new IntentScores(List.of(new ScoredIntent(intent, 1)), true, true);
    var reader =
        new MessageReader(
            CATALOG,
            Estate.INVENTORY,
            Estate.RESOLVER,
            Set.of(),
            speaker -> ZoneId.of("Europe/Berlin"),
            (raw, masked) -> scores,
            SlotTagger.none());
    var speaker = Speaker.of("test", "jason");
    return reader.read(
        new Utterance("m", new ConversationId("test", "c"), speaker, text, NOW), expectation);
  }

  /** The values that a message names for the slots of an intent: {@code "ip 10.0.0.1"}. */
  static List<String> values(String intent, String text) {
    return values(CATALOG.get(intent), read(intent, text));
  }

  /** The values of an answer to the question for a slot. */
  static List<String> answer(String intent, String slot, String text) {
    var of = CATALOG.get(intent);
    var asked = new Expectation(of, of.slot(slot).orElseThrow(), List.of(), false);
    return values(of, read("list_hosts", text, asked));
  }

  private static List<String> values(Intent intent, Interpretation reading) {
    if (reading.objection() != null) {
      return List.of("objection " + reading.objection().kind());
    }
    return reading.entities().stream()
        .filter(e -> intent.slots().stream().anyMatch(slot -> slot.type() == e.type()))
        .flatMap(
            e ->
                e.values().stream()
                    .map(v -> e.type().label() + (v.known() ? " " : "? ") + v.canonical()))
        .toList();
  }
}
