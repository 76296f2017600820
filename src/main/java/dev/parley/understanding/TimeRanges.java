package dev.parley.understanding;

import dev.parley.understanding.CalendarDays.Day;
import dev.parley.understanding.ClockTimes.Clock;
import dev.parley.understanding.PointsInTime.Point;
import dev.parley.understanding.TimeExpression.Kind;
import dev.parley.understanding.TimeExpression.Role;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Ranges of clock times or days: "between 9 and 11", "tomorrow from 9am until 5pm", "14:00-15:30",
 * "from monday to wednesday"; and what is left of the day.
 */
final class TimeRanges {
  private static final String CLOCK = "\\d{1,2}(?:[:.]\\d{2})?(?:[ap]m)?";
  private static final Pattern JOINED = Pattern.compile("(" + CLOCK + ")[-\u2013](" + CLOCK + ")");
  private static final Set<String> TO =
      Set.of("to", "until", "till", "til", "-", "\u2013", "through", "thru");
  private static final Set<String> PAST = Set.of("yesterday", "last", "previous");
  private static final Set<String> BEFORE_A_DAY = Set.of("on", "next", "this", "the");
  private static final Set<String> AND = Set.of("and");
  private static final int MOST_WORDS_OF_A_CLOCK = 6;
  private static final Set<String> SMALL = Set.of("on", ",", "at", "the");

  /** Two clock times and the word after them. */
  private record Clocks(Clock from, Clock to, int end) {
    /** Whether one of them can be nothing but a clock time. */
    boolean sure() {
      return !from.twelve() || !to.twelve();
    }
  }

  private TimeRanges() {}

  /** The range that begins at a word, with the day before or behind it. */
  static Optional<TimeExpression> at(Line line, int first) {
    String word = line.word(first);
    boolean opens = word.equals("between") || word.equals("from");
    if (!opens && !Character.isDigit(word.charAt(0)) && !dayMayBegin(word)) {
      return Optional.empty();
    }
    boolean ahead = !PAST.contains(word);
    int dayAt = word.equals("on") ? first + 1 : first;
    var before = opens ? Optional.<Day>empty() : day(line, dayAt, ahead, dayAt > first);
    int from = before.map(d -> skipped(line, dayAt + d.words())).orElse(first);
    if (opens) {
      var days = days(line, first);
      if (days.isPresent()) {
        return days;
      }
    }
    var clocks = clocks(line, from);
    if (clocks.isEmpty()) {
      return Optional.empty();
    }
    int end = clocks.get().end();
    int behindAt = skipped(line, end);
    var behind = before.isPresent() ? Optional.<Day>empty() : day(line, behindAt, ahead, true);
    var day = before.or(() -> behind);
    int last = behind.map(d -> behindAt + d.words()).orElse(end);
    return clocks.get().sure() || day.isPresent()
        ? Optional.of(
            TimeExpression.point(
                Role.AT, first, first, interval(line, clocks.get(), day, last - first)))
        : Optional.empty();
  }

  private static boolean dayMayBegin(String word) {
    return CalendarDays.beginsWith(word) || BEFORE_A_DAY.contains(word);
  }

  private static Optional<Day> day(Line line, int at, boolean ahead, boolean bare) {
    var part = DayParts.at(line, at, false).filter(p -> p.days() != DayParts.UNSAID);
    return part.isPresent()
        ? part.map(p -> new Day(line.now().toLocalDate().plusDays(p.days()), p.words()))
        : CalendarDays.at(line, at, ahead, bare).filter(d -> d.days() == 1);
  }

  private static int skipped(Line line, int at) {
    int next = at;
    while (SMALL.contains(line.word(next))) {
      next++;
    }
    return next;
  }

  private static Optional<Clocks> clocks(Line line, int at) {
    String word = line.word(at);
    if (word.equals("between") || word.equals("from")) {
      return spoken(line, at + 1, word.equals("between") ? AND : TO);
    }
    if (word.isEmpty() || !Character.isDigit(word.charAt(0))) {
      return Optional.empty();
    }
    var joined = JOINED.matcher(word);
    if (word.indexOf('-', 1) > 0 && joined.matches()) {
      String half = line.word(at + 1).matches("[ap]m") ? line.word(at + 1) : "";
      var from = clock(line, joined.group(1));
      var to = clock(line, joined.group(2) + half);
      return from.isPresent() && to.isPresent()
          ? Optional.of(new Clocks(from.get(), to.get(), at + (half.isEmpty() ? 1 : 2)))
          : Optional.empty();
    }
    return spoken(line, at, TO);
  }

  private static Optional<Clocks> spoken(Line line, int at, Set<String> joints) {
    boolean joined = false;
    for (int i = 1; i <= MOST_WORDS_OF_A_CLOCK; i++) {
      joined |= joints.contains(line.word(at + i));
    }
    if (!joined) {
      return Optional.empty();
    }
    var from = ClockTimes.at(line, at, true);
    int joint = from.map(c -> at + c.words()).orElse(at);
    if (from.isEmpty() || !joints.contains(line.word(joint))) {
      return Optional.empty();
    }
    return ClockTimes.at(line, joint + 1, true)
        .map(to -> new Clocks(from.get(), to, joint + 1 + to.words()));
  }

  private static Optional<Clock> clock(Line line, String text) {
    return ClockTimes.at(new Line(text, Tokens.of(text), null, line.now()), 0, true);
  }

  private static Point interval(Line line, Clocks clocks, Optional<Day> day, int words) {
    var to = clocks.to();
    var from = clocks.from();
    ZoneId zone =
        from.zone() != null ? from.zone() : to.zone() != null ? to.zone() : line.now().getZone();
    var here = line.now().withZoneSameInstant(zone).toLocalDateTime();
    var first = first(from, to);
    var date = day.map(Day::date).orElse(here.toLocalDate());
    var start = date.atTime(first);
    var stop = date.atTime(to.time());
    if (!stop.isAfter(start)) {
      stop =
          to.twelve() && stop.plusHours(12).isAfter(start) ? stop.plusHours(12) : stop.plusDays(1);
    }
    boolean gone = day.isEmpty() && stop.isBefore(here);
    return interval(gone ? start.plusDays(1) : start, gone ? stop.plusDays(1) : stop, zone, words);
  }

  /** The 2 of "2 to 4pm" is after noon too. */
  private static LocalTime first(Clock from, Clock to) {
    var later = from.time().plusHours(12);
    boolean half = from.twelve() && !to.twelve() && from.time().getHour() < 12;
    return half && later.isBefore(to.time()) ? later : from.time();
  }

  private static Point interval(LocalDateTime start, LocalDateTime stop, ZoneId zone, int words) {
    return new Point(
        Kind.INTERVAL,
        start.atZone(zone).toInstant(),
        stop.atZone(zone).toInstant(),
        null,
        words,
        List.of(),
        List.of());
  }

  /** "from monday to wednesday". */
  private static Optional<TimeExpression> days(Line line, int first) {
    var from = CalendarDays.at(line, first + 1, true, true);
    int joint = from.map(d -> first + 1 + d.words()).orElse(first);
    boolean joined = TO.contains(line.word(joint)) || line.word(joint).equals("and");
    if (from.isEmpty() || !joined) {
      return Optional.empty();
    }
    return CalendarDays.at(line, joint + 1, true, true)
        .map(
            to -> {
              var last = to.date();
              while (last.isBefore(from.get().date())) {
                last = last.plusWeeks(1);
              }
              return interval(
                  from.get().date().atStartOfDay(),
                  last.plusDays(1).atStartOfDay(),
                  line.now().getZone(),
                  joint + 1 + to.words() - first);
            })
        .map(point -> TimeExpression.point(Role.AT, first, first, point));
  }

  /** "the rest of the day", from now on. */
  static Optional<TimeExpression> restOf(Line line, int first, int at) {
    int rest = line.word(at).equals("the") ? at + 1 : at;
    boolean left = line.word(rest).equals("rest") || line.word(rest).equals("remainder");
    if (!left || !line.word(rest + 1).equals("of")) {
      return Optional.empty();
    }
    int unit = line.word(rest + 2).matches("the|this") ? rest + 3 : rest + 2;
    var now = line.now();
    var tomorrow = now.toLocalDate().plusDays(1).atStartOfDay(now.getZone());
    ZonedDateTime stop =
        switch (line.word(unit)) {
          case "day", "today" -> tomorrow;
          case "night", "tonight" -> tomorrow.withHour(6);
          case "hour" -> now.plusHours(1).withMinute(0).withSecond(0).withNano(0);
          case "week" -> tomorrow.minusDays(1).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
          case "month" -> tomorrow.minusDays(1).with(TemporalAdjusters.firstDayOfNextMonth());
          default -> now;
        };
    return stop.isAfter(now)
        ? Optional.of(
            TimeExpression.point(
                Role.FOR,
                first,
                at,
                new Point(
                    Kind.INTERVAL,
                    now.toInstant(),
                    stop.toInstant(),
                    null,
                    unit + 1 - at,
                    List.of(),
                    List.of())))
        : Optional.empty();
  }
}
