package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.understanding.TimeExpression.Kind;
import dev.parley.understanding.TimeExpression.Role;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a time as what slots take: how long something is to last, since when it is meant, when it
 * is to be done, how many days. What was said relative stays an amount; a clock time is an instant.
 */
final class TimeValues {
  private static final Set<SlotType> TYPES =
      EnumSet.of(SlotType.DURATION, SlotType.SINCE, SlotType.DAYS, SlotType.TIME);
  private static final Set<Role> LASTING = EnumSet.of(Role.FOR, Role.BARE);
  private static final LocalTime MORNING = LocalTime.of(6, 0);

  private final Set<SlotType> types;

  TimeValues(Set<SlotType> types) {
    this.types = EnumSet.copyOf(TYPES);
    this.types.retainAll(types);
  }

  /** Whether no slot takes a time. */
  boolean none() {
    return types.isEmpty();
  }

  /** What the slots that are looked for take of a time, empty when they take nothing. */
  Optional<Mention> mention(Line line, TimeExpression time) {
    var readings = new ArrayList<Entity>();
    for (var type : types) {
      value(type, line, time).ifPresent(value -> readings.add(entity(type, line, time, value)));
    }
    boolean meantLater = !LASTING.contains(time.role()) && time.role() != Role.UNTIL;
    readings.sort(
        (a, b) -> Boolean.compare(first(a, line, meantLater), first(b, line, meantLater)));
    return readings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Mention(line.tokens().get(time.first()).start(), readings.get(0).end(), readings));
  }

  /** False for the reading that comes first, since false sorts before true. */
  private static boolean first(Entity entity, Line line, boolean meantLater) {
    return line.asked() == null
        ? meantLater == (entity.type() != SlotType.TIME)
        : entity.type() != line.asked();
  }

  private static Optional<String> value(SlotType type, Line line, TimeExpression time) {
    return switch (type) {
      case DURATION -> duration(line, time);
      case SINCE -> since(line, time);
      case DAYS -> days(time);
      case TIME -> when(line, time);
      default -> Optional.empty();
    };
  }

  private static Optional<String> duration(Line line, TimeExpression time) {
    if (time.kind() == Kind.DURATION) {
      return Optional.ofNullable(LASTING.contains(time.role()) ? time.amount() : null);
    }
    if (time.role() == Role.FOR || line.word(time.from()).equals("overnight")) {
      return Optional.ofNullable(time.stop()).map(Instant::toString);
    }
    boolean until =
        time.role() == Role.UNTIL
            || time.kind() == Kind.INSTANT && line.asked() == SlotType.DURATION;
    return until ? Optional.ofNullable(time.start()).map(Instant::toString) : Optional.empty();
  }

  private static Optional<String> since(Line line, TimeExpression time) {
    boolean asked = line.asked() == SlotType.SINCE;
    return switch (time.role()) {
      case LAST, FOR, BARE ->
          Optional.ofNullable(time.kind() == Kind.DURATION ? time.amount() : null);
      case SINCE -> begun(line, time);
      case AFTER -> past(line, time);
      case AT -> asked ? past(line, time) : went(line, time);
      default -> Optional.empty();
    };
  }

  /** The latest such time before now: the nine o'clock of "after 9:00" that has been. */
  private static Optional<String> past(Line line, TimeExpression time) {
    return PointsInTime.at(line, time.from(), false, true)
        .map(point -> TimeExpression.point(Role.SINCE, time.first(), time.from(), point))
        .filter(point -> point.end() == time.end())
        .flatMap(point -> begun(line, point));
  }

  /** "yesterday", "this morning", "today": what has begun, and has no end that was said. */
  private static Optional<String> went(Line line, TimeExpression time) {
    boolean open =
        time.kind() == Kind.DAY
            || time.kind() == Kind.INTERVAL && !time.assumed().isEmpty()
            || time.stop() != null && time.stop().isAfter(line.now().toInstant());
    boolean begun = time.start() != null && !time.start().isAfter(line.now().toInstant());
    return open && begun ? begun(line, time) : Optional.empty();
  }

  private static Optional<String> begun(Line line, TimeExpression time) {
    if (time.start() == null) {
      return Optional.empty();
    }
    var start = time.start().atZone(line.now().getZone());
    boolean morning = time.kind() == Kind.INTERVAL && start.toLocalTime().equals(MORNING);
    var from = morning ? start.truncatedTo(ChronoUnit.DAYS) : start;
    return Optional.of(time.amount() == null ? from.toInstant().toString() : time.amount());
  }

  private static Optional<String> days(TimeExpression time) {
    return time.kind() == Kind.DURATION && LASTING.contains(time.role())
        ? Optional.ofNullable(time.amount()).flatMap(Amounts::days).map(String::valueOf)
        : Optional.empty();
  }

  /** When to do it; that a day is today says nothing. */
  private static Optional<String> when(Line line, TimeExpression time) {
    boolean asked = line.asked() == SlotType.TIME;
    return switch (time.role()) {
      case IN, WITHIN -> Optional.ofNullable(time.amount());
      case BARE -> Optional.ofNullable(asked ? time.amount() : null);
      case AT, AFTER, BEFORE -> point(line, time);
      default -> Optional.empty();
    };
  }

  private static Optional<String> point(Line line, TimeExpression time) {
    if (time.start() == null) {
      return Optional.empty();
    }
    var day = time.start().atZone(line.now().getZone()).toLocalDate();
    if (time.kind() == Kind.DAY && day.equals(line.now().toLocalDate())) {
      return Optional.empty();
    }
    boolean coming = time.start().isAfter(line.now().toInstant());
    return Optional.of(coming && time.amount() != null ? time.amount() : time.start().toString());
  }

  /** Whether all that is meant are instants before another. */
  static boolean before(Entity time, Instant instant) {
    return time.values().stream()
        .map(SlotValue::canonical)
        .allMatch(value -> !value.startsWith("P") && Instant.parse(value).isBefore(instant));
  }

  private static Entity entity(SlotType type, Line line, TimeExpression time, String value) {
    String text = line.phrase(time.from(), time.end() - time.from());
    int begin = line.tokens().get(time.from()).start();
    var choices = time.choices().stream().map(Instant::toString).toList();
    return new Entity(
        type,
        null,
        text,
        begin,
        begin + text.length(),
        choices.isEmpty() ? List.of(SlotValue.of(value, text)) : List.of(),
        choices);
  }
}
