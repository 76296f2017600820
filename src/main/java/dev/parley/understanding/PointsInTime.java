package dev.parley.understanding;

import dev.parley.understanding.CalendarDays.Day;
import dev.parley.understanding.ClockTimes.Clock;
import dev.parley.understanding.TimeExpression.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as people say them, a day, a part of it and a clock time in any order: "tomorrow
 * at 9", "half past nine tonight", "on monday evening", "2026-12-24T18:00".
 */
final class PointsInTime {
  private static final Set<String> SMALL = Set.of("at", "on", "the", "about", "around", ",", "by");
  private static final Set<String> BEFORE_AN_HOUR = Set.of("at", "around", "about", "@");

  /**
   * A point, a day or an interval that is named by its beginning.
   *
   * @param words how many words name it
   */
  record Point(
      Kind kind,
      Instant start,
      @Nullable Instant stop,
      @Nullable String amount,
      int words,
      List<String> assumed,
      List<Instant> choices) {}

  private final Line line;
  private final int first;
  private final boolean ahead;
  private @Nullable Day day;
  private DayParts.@Nullable Found part;
  private @Nullable Clock clock;
  private @Nullable ZoneId zone;
  private int end;

  private PointsInTime(Line line, int first, boolean ahead) {
    this.line = line;
    this.first = first;
    this.ahead = ahead;
    this.end = first;
  }

  /**
   * The point that begins at a word.
   *
   * @param ahead whether it is the first such point from now on, or the latest before
   * @param bare whether a bare hour counts: "until 9"
   */
  static Optional<Point> at(Line line, int start, boolean ahead, boolean bare) {
    var stamp = stamp(line, start);
    if (stamp.isPresent()) {
      return stamp;
    }
    var point = new PointsInTime(line, start, ahead);
    point.read(bare);
    return point.end == start ? Optional.empty() : point.point();
  }

  private void read(boolean bare) {
    boolean more = taken(first, bare) || taken(skipped(first), bare);
    while (more) {
      int at = end;
      more = taken(at, false) || taken(skipped(at), false);
    }
    if (clock != null && clock.zone() == null) {
      TimeZones.at(line, end).ifPresent(this::zone);
    }
  }

  private void zone(TimeZones.Found behind) {
    zone = behind.zone();
    end += behind.words();
  }

  private int skipped(int at) {
    int next = at;
    while (next < at + 3 && SMALL.contains(line.word(next))) {
      next++;
    }
    return next;
  }

  private boolean taken(int at, boolean bare) {
    boolean hour =
        bare
            || day != null
            || part != null
            || at > first && BEFORE_AN_HOUR.contains(line.word(at - 1));
    return part(at) || clock(at, hour) || close(at) || day(at, bare);
  }

  /** "end of the week", "the end of next month": its last working day at six. */
  private boolean close(int at) {
    int of = line.word(at).equals("the") ? at + 2 : at + 1;
    if (day != null
        || clock != null
        || !line.word(of - 1).equals("end")
        || !line.word(of).equals("of")) {
      return false;
    }
    int unit = line.word(of + 1).matches("the|this|next") ? of + 2 : of + 1;
    var last =
        CalendarDays.lastOf(
            line.word(unit), line.now().toLocalDate(), line.word(unit - 1).equals("next"));
    last.ifPresent(
        date -> {
          day = new Day(date, 1);
          clock = ClockTimes.endOfDay(1);
          end = unit + 1;
        });
    return last.isPresent();
  }

  private boolean part(int at) {
    if (part != null) {
      return false;
    }
    part = DayParts.at(line, at, day != null || clock != null).orElse(null);
    end = part == null ? end : at + part.words();
    return part != null;
  }

  private boolean clock(int at, boolean hour) {
    if (clock != null) {
      return false;
    }
    clock = ClockTimes.at(line, at, hour).orElse(null);
    end = clock == null ? end : at + clock.words();
    return clock != null;
  }

  private boolean day(int at, boolean bare) {
    if (day != null) {
      return false;
    }
    boolean sure = bare || clock != null || at > first || line.word(at - 1).equals("on");
    day = CalendarDays.at(line, at, ahead, sure).orElse(null);
    end = day == null ? end : at + day.words();
    return day != null;
  }

  private Optional<Point> point() {
    var assumed = new ArrayList<String>();
    if (clock != null) {
      return Optional.of(atClock(clock, assumed));
    }
    if (part != null) {
      return Optional.of(inPart(part, assumed));
    }
    return Optional.ofNullable(day).map(this::onDay);
  }

  private Point atClock(Clock of, List<String> assumed) {
    var where = of.zone() != null ? of.zone() : zone != null ? zone : line.now().getZone();
    var here = line.now().withZoneSameInstant(where).toLocalDateTime();
    if (of.assumed() != null) {
      assumed.add(of.assumed());
    }
    var date = date(here.toLocalDate());
    var time = timeIn(of);
    LocalDateTime at;
    if (date == null) {
      at = nearest(time, of.twelve(), here, assumed);
    } else {
      at =
          date.atTime(time)
              .plusDays(part != null && part.part().night() && time.getHour() < 6 ? 1 : 0);
      if (of.twelve() && part == null) {
        at = onTheDay(at, here, assumed);
      }
    }
    var choices = new ArrayList<Instant>();
    if (day != null && day.other() != null) {
      choices.add(at.atZone(where).toInstant());
      choices.add(day.other().atTime(time).atZone(where).toInstant());
    }
    return new Point(
        Kind.INSTANT, at.atZone(where).toInstant(), null, null, end - first, assumed, choices);
  }

  /** "tomorrow at 9": nine in the morning, but "today at 5" is no longer five in the morning. */
  private LocalDateTime onTheDay(LocalDateTime at, LocalDateTime here, List<String> assumed) {
    boolean gone = ahead && at.isBefore(here) && at.plusHours(12).isAfter(here);
    var meant = gone && at.getHour() < 12 ? at.plusHours(12) : at;
    assumed.add(meant.toLocalTime().toString());
    return meant;
  }

  private LocalTime timeIn(Clock of) {
    if (part == null || !of.twelve() || of.time().getHour() >= 13) {
      return of.time();
    }
    int hour = of.time().getHour() % 12;
    boolean later = part.part().night() ? hour >= 6 : part.part().afterNoon();
    return of.time().withHour(later ? hour + 12 : hour);
  }

  private @Nullable LocalDate date(LocalDate today) {
    if (day != null) {
      return day.date();
    }
    return part == null || part.days() == DayParts.UNSAID ? null : today.plusDays(part.days());
  }

  /** The nearest such clock time in the direction that is spoken of. */
  private LocalDateTime nearest(
      LocalTime time, boolean twelve, LocalDateTime here, List<String> assumed) {
    boolean either = twelve && part == null;
    var at = here.toLocalDate().atTime(time);
    int step = either ? 12 : 24;
    while (ahead && !at.isAfter(here)) {
      at = at.plusHours(step);
    }
    while (!ahead && at.isAfter(here)) {
      at = at.minusHours(step);
    }
    if (either) {
      var sooner = ahead ? at.minusHours(12) : at.plusHours(12);
      at = (ahead ? sooner.isAfter(here) : !sooner.isAfter(here)) ? sooner : at;
      assumed.add(at.toLocalTime().toString());
    }
    return at;
  }

  private Point inPart(DayParts.Found found, List<String> assumed) {
    var now = line.now().toLocalDateTime();
    var part = found.part();
    var date = date(now.toLocalDate());
    var start = (date == null ? now.toLocalDate() : date).atTime(part.from(), 0);
    if (date == null) {
      var over = start.plusHours(part.hours());
      start = ahead && !over.isAfter(now) ? start.plusDays(1) : start;
      start = !ahead && start.isAfter(now) ? start.minusDays(1) : start;
    }
    assumed.add("the " + part.name() + " from %02d:00".formatted(part.from()));
    return interval(start, start.plusHours(part.hours()), assumed);
  }

  private Point interval(LocalDateTime start, LocalDateTime stop, List<String> assumed) {
    var here = line.now().getZone();
    return new Point(
        Kind.INTERVAL,
        start.atZone(here).toInstant(),
        stop.atZone(here).toInstant(),
        null,
        end - first,
        assumed,
        List.of());
  }

  private Point onDay(Day of) {
    var here = line.now().getZone();
    var start = of.date().atStartOfDay(here).toInstant();
    var choices =
        of.other() == null
            ? List.<Instant>of()
            : List.of(start, of.other().atStartOfDay(here).toInstant());
    return new Point(
        of.days() == 1 ? Kind.DAY : Kind.INTERVAL,
        start,
        of.date().plusDays(of.days()).atStartOfDay(here).toInstant(),
        of.amount(),
        end - first,
        List.of(),
        choices);
  }

  /** A date and time as computers write them; a colon may have parted it. */
  private static Optional<Point> stamp(Line line, int at) {
    String word = line.word(at);
    if (word.length() < 13 || !Character.isDigit(word.charAt(0)) || word.indexOf('t') != 10) {
      return Optional.empty();
    }
    boolean parted = line.word(at + 1).equals(":");
    String text = (parted ? word + ":" + line.word(at + 2) : word).toUpperCase(Locale.ROOT);
    int words = parted ? 3 : 1;
    try {
      var instant =
          text.length() > 16 && text.substring(16).matches(".*[Z+-].*")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).atZone(line.now().getZone()).toInstant();
      return Optional.of(new Point(Kind.INSTANT, instant, null, null, words, List.of(), List.of()));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
