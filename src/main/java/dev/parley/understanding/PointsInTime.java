package dev.parley.understanding;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Clock times and days as people say them: 09:00, 9am, yesterday at 6pm, monday, 2026-01-31. */
final class PointsInTime {
  private static final Pattern CLOCK =
      Pattern.compile("([01]?\\d|2[0-3])(?:[:.h]([0-5]\\d))?(?::[0-5]\\d)?([ap]\\.?m\\.?)?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern HALF = Pattern.compile("[ap]\\.?m\\.?");
  private static final Set<String> SMALL = Set.of("at", "on", "the", "about", "around");
  private static final Map<String, LocalTime> NAMED =
      Map.of(
          "midnight", LocalTime.MIDNIGHT,
          "noon", LocalTime.NOON,
          "midday", LocalTime.NOON);
  private static final Map<String, String> ZONES =
      Map.of("utc", "UTC", "gmt", "UTC", "z", "UTC", "cet", "CET", "cest", "CET");

  /** A point and how many words name it. */
  record Point(Instant at, int words) {}

  private record Day(LocalDate date, int words) {}

  private record Clock(LocalTime time, @Nullable ZoneId zone, int words) {}

  private PointsInTime() {}

  /** The latest such point before now. */
  static Optional<Point> past(Line line, int start) {
    return point(line, start, false);
  }

  /** The first such point from now on. */
  static Optional<Point> future(Line line, int start) {
    return point(line, start, true);
  }

  private static Optional<Point> point(Line line, int start, boolean ahead) {
    var stamp = stamp(line.word(start));
    if (stamp.isPresent()) {
      return stamp.map(at -> new Point(at, 1));
    }
    int first = skipped(line, start);
    var day = day(line, first, ahead);
    int afterDay = day.map(d -> first + d.words()).orElse(first);
    var clock = clock(line, day.isPresent() ? skipped(line, afterDay) : first);
    if (day.isEmpty() && clock.isEmpty()) {
      return Optional.empty();
    }
    int end = afterDay;
    if (clock.isPresent()) {
      end = (day.isPresent() ? skipped(line, afterDay) : first) + clock.get().words();
      if (day.isEmpty()) {
        int behind = skipped(line, end);
        day = day(line, behind, ahead);
        end = day.isPresent() ? behind + day.get().words() : end;
      }
    }
    return Optional.of(new Point(instant(line.now(), day, clock, ahead), end - start));
  }

  private static Instant instant(
      ZonedDateTime now, Optional<Day> day, Optional<Clock> clock, boolean ahead) {
    var zone = clock.map(Clock::zone).orElse(now.getZone());
    var here = now.withZoneSameInstant(zone);
    var time = clock.map(Clock::time).orElse(LocalTime.MIDNIGHT);
    var date = day.map(Day::date).orElse(here.toLocalDate());
    var at = ZonedDateTime.of(date, time, zone);
    if (day.isEmpty() && ahead != at.isAfter(here)) {
      at = ahead ? at.plusDays(1) : at.isAfter(here) ? at.minusDays(1) : at;
    }
    return at.toInstant();
  }

  private static Optional<Instant> stamp(String word) {
    try {
      return Optional.of(OffsetDateTime.parse(word.toUpperCase(Locale.ROOT)).toInstant());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static int skipped(Line line, int at) {
    int next = at;
    while (SMALL.contains(line.word(next))) {
      next++;
    }
    return next;
  }

  private static Optional<Day> day(Line line, int at, boolean ahead) {
    String word = line.word(at);
    var today = line.now().toLocalDate();
    if (DATE.matcher(word).matches()) {
      return date(word).map(d -> new Day(d, 1));
    }
    if (word.matches("this|last") && line.word(at + 1).matches("morning|night|evening")) {
      boolean lastNight = word.equals("last");
      return Optional.of(new Day(lastNight ? today.minusDays(1) : today, 2));
    }
    return switch (word) {
      case "today" -> Optional.of(new Day(today, 1));
      case "yesterday" -> Optional.of(new Day(today.minusDays(1), 1));
      case "tomorrow" -> Optional.of(new Day(today.plusDays(1), 1));
      default -> weekday(word).map(day -> new Day(near(today, day, ahead), 1));
    };
  }

  private static LocalDate near(LocalDate today, DayOfWeek day, boolean ahead) {
    return today.with(ahead ? TemporalAdjusters.next(day) : TemporalAdjusters.previousOrSame(day));
  }

  private static Optional<DayOfWeek> weekday(String word) {
    for (var day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> date(String word) {
    try {
      return Optional.of(LocalDate.parse(word));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Optional<Clock> clock(Line line, int at) {
    String word = line.word(at);
    var named = NAMED.get(word);
    if (named != null) {
      return Optional.of(new Clock(named, null, 1));
    }
    var match = CLOCK.matcher(word);
    if (!match.matches()) {
      return Optional.empty();
    }
    boolean halfFollows = match.group(3) == null && HALF.matcher(line.word(at + 1)).matches();
    String half = halfFollows ? line.word(at + 1) : match.group(3);
    int words = halfFollows ? 2 : 1;
    words += line.word(at + words).matches("o'?clock|sharp|hrs") ? 1 : 0;
    var zone = ZONES.get(line.word(at + words));
    int all = words + (zone == null ? 0 : 1);
    return time(match, half)
        .map(time -> new Clock(time, zone == null ? null : ZoneId.of(zone), all));
  }

  private static Optional<LocalTime> time(Matcher match, @Nullable String half) {
    int hour = Integer.parseInt(match.group(1));
    int minute = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
    if (half == null) {
      return Optional.of(LocalTime.of(hour, minute));
    }
    return hour < 1 || hour > 12
        ? Optional.empty()
        : Optional.of(LocalTime.of(hour % 12 + (half.startsWith("p") ? 12 : 0), minute));
  }
}
