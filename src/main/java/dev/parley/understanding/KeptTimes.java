package dev.parley.understanding;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps of a time what its correction does not speak of: "no, tomorrow" keeps the clock time, "make
 * it 5 am" keeps the day.
 */
final class KeptTimes {
  private static final Pattern CLOCK_ALONE =
      Pattern.compile(
          "(?i)(?:at\\s+|around\\s+|by\\s+)?(?:\\d{1,2}(?:[:.]\\d{2})?\\s*(?:[ap]\\.?m\\.?|o'?clock|h|hrs?)?|noon|midnight)");

  private KeptTimes() {}

  /** The values of a message, its time completed by that of the request that it changes. */
  static List<Entity> in(Line line, ActionRequest pending, List<Entity> values) {
    var when = pending.canonical(Slot.WHEN);
    var before = when.size() == 1 ? at(line, when.get(0)) : Optional.<ZonedDateTime>empty();
    return before.isEmpty()
        ? values
        : values.stream().map(e -> completed(line, before.get(), e)).toList();
  }

  private static Optional<ZonedDateTime> at(Line line, String value) {
    if (value.startsWith("PT")) {
      return Optional.empty();
    }
    return Optional.of(
        value.startsWith("P")
            ? line.now().plus(Duration.parse(value))
            : Instant.parse(value).atZone(line.now().getZone()));
  }

  /** "at 9" of another day is not the next nine o'clock of today. */
  private static Optional<LocalTime> clock(Line line, ZonedDateTime day, String text) {
    if (day.toLocalDate().equals(line.now().toLocalDate())) {
      return Optional.empty();
    }
    var onAnotherDay = "tomorrow " + text;
    return TimeParser.in(new Line(onAnotherDay, Tokens.of(onAnotherDay), null, line.now())).stream()
        .filter(time -> time.kind() == TimeExpression.Kind.INSTANT && time.start() != null)
        .map(time -> Objects.requireNonNull(time.start()).atZone(line.now().getZone()))
        .map(ZonedDateTime::toLocalTime)
        .findFirst();
  }

  private static Entity completed(Line line, ZonedDateTime before, Entity time) {
    if (time.type() != SlotType.TIME || time.values().size() != 1) {
      return time;
    }
    var said = at(line, time.values().get(0).canonical());
    var text = time.text();
    var whole = new Line(text, Tokens.of(text), SlotType.TIME, line.now());
    boolean day = TimeParser.in(whole).stream().anyMatch(t -> t.kind() == TimeExpression.Kind.DAY);
    boolean clock = CLOCK_ALONE.matcher(text.strip()).matches();
    return said.filter(s -> day || clock)
        .map(
            s ->
                day
                    ? s.with(before.toLocalTime())
                    : before.with(clock(line, before, text).orElse(s.toLocalTime())))
        .filter(s -> s.isAfter(line.now()))
        .map(s -> time.with(List.of(SlotValue.of(s.toInstant().toString(), text))))
        .orElse(time);
  }
}
