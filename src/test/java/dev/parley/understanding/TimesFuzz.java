package dev.parley.understanding;

import static dev.parley.fuzz.Fuzzed.bounded;
import static dev.parley.fuzz.Fuzzed.holds;

import dev.parley.fuzz.Fuzzed;
import dev.parley.intent.SlotType;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Set;

/** Times and amounts in prose, and what the rules of the reader make of any message. */
public final class TimesFuzz {
  private static final ZonedDateTime NOW =
      ZonedDateTime.parse("2026-03-29T01:30:00+01:00[Europe/Berlin]");
  private static final Set<SlotType> FREE = Set.of(SlotType.TEXT);

  private TimesFuzz() {}

  public static void read(byte[] input) {
    var text = Fuzzed.text(input);
    text.lines().limit(20).forEach(TimesFuzz::times);
    text.lines().limit(5).forEach(TimesFuzz::message);
  }

  /** Each stands among the words, behind the one before it, and begins before it ends. */
  private static void times(String text) {
    var line = Line.of(Normaliser.normalise(text), Expectation.none(), NOW);
    int end = 0;
    for (var time : bounded(() -> TimeParser.in(line))) {
      holds(
          time.first() >= end && time.first() <= time.from() && time.from() < time.end(),
          "%s overlaps in: %s",
          time,
          text);
      end = time.end();
      holds(end <= line.size(), "%s ends behind: %s", time, text);
      var start = time.start();
      var stop = time.stop();
      holds(
          start == null || stop == null || !stop.isBefore(start), "%s ends before it begins", time);
      if (time.kind() == TimeExpression.Kind.DURATION) {
        holds(!Duration.parse(time.length()).isNegative(), "%s is negative.", time);
      }
    }
  }

  private static void message(String text) {
    var read = bounded(() -> Estate.read(text));
    int length = read.text().length();
    for (var entity : read.entities()) {
      holds(
          entity.start() >= 0 && entity.start() <= entity.end() && entity.end() <= length,
          "%s lies outside of: %s",
          entity,
          read.text());
      for (var value : entity.values()) {
        holds(
            FREE.contains(entity.type()) || !value.canonical().startsWith("-"),
            "%s may be an option in: %s",
            entity,
            text);
      }
    }
  }
}
