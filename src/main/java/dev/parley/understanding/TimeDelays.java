package dev.parley.understanding;

import dev.parley.understanding.TimeExpression.Kind;
import dev.parley.understanding.TimeExpression.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Times that an amount leads to: "in 20 minutes", "2 hours ago", "an hour before midnight". */
final class TimeDelays {
  private static final Set<String> WITHIN = Set.of("within", "inside");

  private TimeDelays() {}

  /** "in 20 minutes", "within the hour", "in the next hour", "10 minutes from now". */
  static Optional<TimeExpression> at(Line line, int at) {
    String word = line.word(at);
    boolean in = word.equals("in");
    if (!in && !WITHIN.contains(word)) {
      return Optional.empty();
    }
    int from = TimeParser.about(line, at + 1);
    boolean coming = TimeParser.COMING.contains(line.word(from - 1));
    var role = in && !coming ? Role.IN : Role.WITHIN;
    if (!in && line.word(at + 1).equals("of")) {
      return Optional.empty();
    }
    var amount =
        TimeParser.amount(line, from)
            .or(() -> role == Role.WITHIN ? TimeParser.unit(line, from) : Optional.empty());
    if (amount.isEmpty()) {
      return in ? minutes(line, at) : Optional.empty();
    }
    int end = amount.get().end();
    String iso = amount.get().length();
    if (vagueUnit(line, from, end)) {
      return Optional.of(TimeExpression.vague(at, end));
    }
    int time = line.word(end).matches("'s?") ? end + 1 : end;
    int after = line.word(time).equals("time") ? time + 1 : end;
    return inDays(line, at, from, after, iso)
        .or(() -> Optional.of(TimeExpression.amount(role, at, from, after, iso)));
  }

  /** "in a minute" is no minute. */
  private static boolean vagueUnit(Line line, int from, int end) {
    return end == from + 2
        && line.word(from).equals("a")
        && line.word(from + 1).matches("sec|second|minute|min");
  }

  /** "page me in 20": minutes. */
  private static Optional<TimeExpression> minutes(Line line, int at) {
    String number = line.word(at + 1);
    boolean ends = line.word(at + 2).matches("|please|pls|[.,!?]");
    return number.matches("[1-9]\\d?") && ends
        ? Optional.of(
            new TimeExpression(
                Kind.DURATION,
                Role.IN,
                at,
                at + 1,
                at + 2,
                "PT" + number + "M",
                null,
                null,
                List.of(number + " minutes"),
                List.of()))
        : Optional.empty();
  }

  /** "in 2 days at 10:00". */
  private static Optional<TimeExpression> inDays(
      Line line, int first, int from, int end, String iso) {
    var days = Amounts.days(iso);
    boolean at = line.word(end).equals("at");
    var clock =
        days.isEmpty()
            ? Optional.<ClockTimes.Clock>empty()
            : ClockTimes.at(line, at ? end + 1 : end, at);
    return clock.map(
        c -> {
          var zone = c.zone() == null ? line.now().getZone() : c.zone();
          var date =
              line.now().withZoneSameInstant(zone).toLocalDate().plusDays(days.orElseThrow());
          var instant = date.atTime(c.time()).atZone(zone).toInstant();
          int words = (at ? end + 1 : end) + c.words() - from;
          var point =
              new PointsInTime.Point(
                  Kind.INSTANT, instant, null, null, words, List.of(), List.of());
          return TimeExpression.point(Role.AT, first, from, point);
        });
  }

  /** "2 hours ago", "10 minutes from now", "1h before midnight". */
  static Optional<TimeExpression> counted(Line line, int at) {
    return TimeParser.amount(line, at)
        .flatMap(
            amount -> {
              int end = amount.end();
              String iso = amount.length();
              return switch (line.word(end)) {
                case "ago", "earlier" ->
                    Optional.of(TimeExpression.amount(Role.LAST, at, at, end + 1, iso));
                case "hence", "later" ->
                    Optional.of(TimeExpression.amount(Role.IN, at, at, end + 1, iso));
                case "from" ->
                    line.word(end + 1).equals("now")
                        ? Optional.of(TimeExpression.amount(Role.IN, at, at, end + 2, iso))
                        : Optional.empty();
                case "before", "after" -> beside(line, at, end, Duration.parse(iso));
                default -> Optional.empty();
              };
            });
  }

  /** "after 15 minutes from now", "for an hour from now". */
  static Optional<TimeExpression> ledFromNow(Line line, int at) {
    return line.word(at).matches("after|for|at|about|around")
        ? counted(line, at + 1)
            .filter(time -> time.role() == Role.IN && line.word(time.end() - 1).equals("now"))
            .map(time -> time.as(Role.IN, at))
        : Optional.empty();
  }

  private static Optional<TimeExpression> beside(Line line, int at, int side, Duration amount) {
    var shift = line.word(side).equals("before") ? amount.negated() : amount;
    return PointsInTime.at(line, side + 1, true, true)
        .filter(p -> p.kind() == Kind.INSTANT)
        .map(
            p ->
                new PointsInTime.Point(
                    p.kind(),
                    p.start().plus(shift),
                    null,
                    null,
                    side + 1 + p.words() - at,
                    p.assumed(),
                    p.choices()))
        .map(p -> TimeExpression.point(Role.AT, at, at, p));
  }
}
