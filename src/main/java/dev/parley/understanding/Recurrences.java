package dev.parley.understanding;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Times that come again: every 5 minutes, daily at 3, mondays and thursdays at 7am. */
final class Recurrences {
  private static final Set<String> EVERY = Set.of("every", "each");
  private static final Map<String, String> ADVERBS =
      Map.of(
          "hourly", "HOURLY",
          "daily", "DAILY",
          "nightly", "DAILY",
          "weekly", "WEEKLY",
          "monthly", "MONTHLY",
          "yearly", "YEARLY",
          "annually", "YEARLY");
  private static final Map<String, String> UNITS =
      Map.of(
          "second", "SECONDLY",
          "minute", "MINUTELY",
          "hour", "HOURLY",
          "day", "DAILY",
          "week", "WEEKLY",
          "month", "MONTHLY",
          "year", "YEARLY",
          "quarter", "MONTHLY;INTERVAL=3");
  private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final Set<String> OTHER = Set.of("other", "second");
  private static final Set<String> ENDS =
      Set.of("", "at", "from", "and", "please", "until", "for", "between", "on", "in", "then");

  /**
   * A rule as RFC 5545 writes it.
   *
   * @param end the word after it
   */
  record Rule(String text, int end) {}

  private record Days(Set<DayOfWeek> days, int end) {}

  private Recurrences() {}

  static boolean beginsWith(String word) {
    return EVERY.contains(word)
        || ADVERBS.containsKey(word)
        || word.endsWith("days")
        || word.equals("once")
        || word.equals("twice");
  }

  /** The recurrence that begins at a word. */
  static Optional<Rule> at(Line line, int at) {
    String word = line.word(at);
    if (EVERY.contains(word)) {
      return every(line, at + 1);
    }
    var adverb = ADVERBS.get(word);
    if (adverb != null) {
      boolean alone = ends(line.word(at + 1));
      return alone ? Optional.of(timed(line, adverb, null, at + 1)) : Optional.empty();
    }
    if (word.equals("once") || word.equals("twice")) {
      var unit = UNITS.get(line.word(at + 2));
      return unit != null && line.word(at + 1).matches("an?|per|every|each")
          ? Optional.of(timed(line, unit, null, at + 3))
          : Optional.empty();
    }
    return word.endsWith("days")
        ? days(line, at).map(days -> weekly(line, days))
        : Optional.empty();
  }

  private static boolean ends(String word) {
    return ENDS.contains(word) || !Character.isLetterOrDigit(word.charAt(0));
  }

  private static Optional<Rule> every(Line line, int at) {
    String word = line.word(at);
    int unitAt = OTHER.contains(word) || word.equals("single") ? at + 1 : at;
    String step = OTHER.contains(word) ? ";INTERVAL=2" : "";
    var unit = UNITS.get(line.word(unitAt));
    boolean count = unit != null && (unitAt > at || !word.equals("second"));
    if (count) {
      return Optional.of(timed(line, unit + step, null, unitAt + 1));
    }
    var part = DayParts.named(word);
    if (part.isPresent()) {
      var begin = LocalTime.of(part.get().from(), 0);
      return Optional.of(timed(line, "DAILY", begin, at + 1));
    }
    var days = days(line, unitAt);
    if (days.isPresent()) {
      return days.map(d -> weekly(line, d));
    }
    return Amounts.at(line, at)
        .map(amount -> timed(line, rule(amount.iso()), null, at + amount.words()));
  }

  private static String rule(String iso) {
    long seconds = Duration.parse(iso).toSeconds();
    var units = new long[] {86_400, 3_600, 60, 1};
    var names = new String[] {"DAILY", "HOURLY", "MINUTELY", "SECONDLY"};
    int unit = 0;
    while (seconds % units[unit] != 0) {
      unit++;
    }
    long count = seconds / units[unit];
    return names[unit] + (count == 1 ? "" : ";INTERVAL=" + count);
  }

  /** "mondays and thursdays", "weekdays", "monday, wednesday and friday". */
  private static Optional<Days> days(Line line, int at) {
    var all = EnumSet.noneOf(DayOfWeek.class);
    int end = at;
    int next = at;
    while (next >= 0) {
      var named = set(line.word(next));
      if (named.isEmpty()) {
        break;
      }
      all.addAll(named);
      end = next + 1;
      next = end;
      while (line.word(next).matches("and|,|&")) {
        next++;
      }
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(new Days(all, end));
  }

  private static Set<DayOfWeek> set(String word) {
    return switch (word) {
      case "weekday", "weekdays", "workday", "workdays" -> WORKDAYS;
      case "weekend", "weekends" -> WEEKEND;
      default -> CalendarDays.weekdays(word).map(Set::of).orElse(Set.of());
    };
  }

  private static Rule weekly(Line line, Days days) {
    var part = DayParts.named(line.word(days.end()));
    var begin = part.map(p -> LocalTime.of(p.from(), 0)).orElse(null);
    String named =
        days.days().stream()
            .map(day -> day.name().substring(0, 2))
            .collect(Collectors.joining(","));
    return timed(line, "WEEKLY;BYDAY=" + named, begin, days.end() + (part.isPresent() ? 1 : 0));
  }

  /** The rule with the clock time that may follow: "every night at 1:30". */
  private static Rule timed(Line line, String rule, @Nullable LocalTime begin, int end) {
    boolean at = line.word(end).matches("at|@|around");
    var clock = ClockTimes.at(line, at ? end + 1 : end, at);
    var time = clock.map(ClockTimes.Clock::time).orElse(begin);
    int after = clock.map(c -> (at ? end + 1 : end) + c.words()).orElse(end);
    return new Rule(
        "FREQ="
            + rule
            + (time == null ? "" : ";BYHOUR=" + time.getHour() + ";BYMINUTE=" + time.getMinute()),
        after);
  }
}
