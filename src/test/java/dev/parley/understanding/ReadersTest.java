package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.intent.Intent;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.InventoryReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What requests and answers name, the intent given. Each line of the table is {@code intent | text
 * | slot=value, value; slot=value}; a value that does not exist has a question mark before it. A
 * line with {@code intent.slot} is the answer to the question for the slot.
 */
class ReadersTest {
  private static final Inventory INVENTORY = InventoryReader.read(Path.of("inventory")).inventory();
  private static final EntityResolver RESOLVER = new EntityResolver(INVENTORY);

  @Test
  void readsTheValuesOfEachSlot() {
    var wrong =
        Stream.concat(lines("readers.txt"), lines("readers2.txt"))
            .flatMap(ReadersTest::wrong)
            .toList();
    assertThat(String.join("\n", wrong)).isEmpty();
  }

  private static Stream<String> wrong(String[] line) {
    int dot = line[0].indexOf('.');
    var intent = Shipped.CATALOG.get(dot < 0 ? line[0] : line[0].substring(0, dot));
    var expectation =
        dot < 0
            ? Expectation.none()
            : new Expectation(
                intent, intent.slot(line[0].substring(dot + 1)).orElseThrow(), List.of(), false);
    var reading = read(dot < 0 ? intent.name() : "list_hosts", line[1], expectation);
    String shown = shown(intent, reading);
    String expected = expected(line[2]);
    return shown.equals(expected)
        ? Stream.of()
        : Stream.of(line[0] + " | " + line[1], "    expected " + expected, "    but was  " + shown);
  }

  private static Interpretation read(String intent, String text, Expectation expectation) {
    boolean asks = expectation.asked() == null;
    var scores = new IntentScores(List.of(new ScoredIntent(intent, asks ? 1 : 0.1)), asks, asks);
    var reader =
        new MessageReader(
            Shipped.CATALOG,
            INVENTORY,
            RESOLVER,
            Set.of(),
            speaker -> ZoneOffset.UTC,
            (raw, masked) -> scores,
            SlotTagger.none());
    var utterance =
        new Utterance(
            "m",
            new ConversationId("test", "c"),
            Speaker.of("test", "jason"),
            text,
            Instant.parse("2026-11-20T11:00:00Z"));
    return reader.read(utterance, expectation);
  }

  private static String shown(Intent intent, Interpretation reading) {
    if (reading.objection() != null) {
      return "objection " + reading.objection();
    }
    var slots = new TreeMap<String, Set<String>>();
    for (var entity : reading.entities()) {
      intent.slots().stream()
          .filter(
              slot ->
                  entity.slot() == null
                      ? slot.type() == entity.type()
                      : slot.name().equals(entity.slot()))
          .findFirst()
          .ifPresent(
              slot ->
                  entity
                      .values()
                      .forEach(
                          v ->
                              slots
                                  .computeIfAbsent(slot.name(), s -> new LinkedHashSet<>())
                                  .add(shown(v))));
    }
    return joined(slots);
  }

  private static String shown(SlotValue value) {
    return (value.known() ? "" : "?") + value.canonical();
  }

  private static String expected(String slots) {
    var all = new TreeMap<String, Set<String>>();
    for (var slot : slots.split(";", -1)) {
      if (!slot.isBlank()) {
        var parts = slot.split("=", 2);
        all.put(
            parts[0].strip(),
            new LinkedHashSet<>(
                Stream.of(parts[1].split(" \\+ ", -1)).map(String::strip).toList()));
      }
    }
    return joined(all);
  }

  private static String joined(TreeMap<String, Set<String>> slots) {
    return String.join(
            "; ",
            slots.entrySet().stream()
                .map(e -> e.getKey() + "=" + String.join(" + ", e.getValue()))
                .toList())
        .toLowerCase(Locale.ROOT);
  }

  private static Stream<String[]> lines(String file) {
    try {
      return Files.readAllLines(Path.of("src/test/resources/dev/parley/understanding", file))
          .stream()
          .filter(line -> !line.isBlank() && !line.startsWith("##"))
          .map(line -> line.split(" \\| ?", 3));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
