package dev.parley.understanding;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as people name them: tomorrow, next friday, monday week, 20 Nov, 2026-12-24, the 24th. */
final class CalendarDays {
  private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
  private static final Map<String, Integer> RELATIVE = new HashMap<>();

  /** "black friday" and "cyber monday" are no days to do something. */
  private static final Set<String> FEASTS = Set.of("black", "cyber", "good", "casual", "easter");

  static final Pattern DAY_OF_MONTH = Pattern.compile("(\\d{1,2})(st|nd|rd|th)?");

  static {
    for (var day : DayOfWeek.values()) {
      String name = day.name().toLowerCase(java.util.Locale.ROOT);
      WEEKDAYS.put(name, day);
      WEEKDAYS.put(name.substring(0, 3), day);
    }
    WEEKDAYS.put("tues", DayOfWeek.TUESDAY);
    WEEKDAYS.put("thur", DayOfWeek.THURSDAY);
    WEEKDAYS.put("thurs", DayOfWeek.THURSDAY);
    relative(0, "today");
    relative(1, "tomorrow tmrw tmr tomorow tommorow tommorrow tomorrrow");
    relative(-1, "yesterday yday yesteday");
  }

  /**
   * A day, or several in a row.
   *
   * @param days how many
   * @param amount an ISO 8601 duration where that says it: "tomorrow" is P1D, else null
   * @param other another day that may be meant as well, or null
   */
  record Day(
      LocalDate date, int days, int words, @Nullable String amount, @Nullable LocalDate other) {
    Day(LocalDate date, int words) {
      this(date, 1, words, null, null);
    }
  }

  private CalendarDays() {}

  private static void relative(int days, String words) {
    List.of(words.split(" ", -1)).forEach(word -> RELATIVE.put(word, days));
  }

  static boolean beginsWith(String word) {
    return RELATIVE.containsKey(word) || WEEKDAYS.containsKey(word) || CalendarDates.isMonth(word);
  }

  /** The weekday that a word names, also in the plural. */
  static Optional<DayOfWeek> weekdays(String word) {
    boolean plural = word.length() > 4 && word.endsWith("days");
    return Optional.ofNullable(
        plural ? WEEKDAYS.get(word.substring(0, word.length() - 1)) : WEEKDAYS.get(word));
  }

  /**
   * The day that begins at a word.
   *
   * @param ahead whether it is in the future
   * @param bare whether the words before allow what could be something else: "on sun", "on 5/6"
   */
  static Optional<Day> at(Line line, int at, boolean ahead, boolean bare) {
    String word = line.word(at);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    var today = line.now().toLocalDate();
    var relative = RELATIVE.get(word);
    if (relative != null) {
      String amount = relative == 0 ? null : "P1D";
      return Optional.of(new Day(today.plusDays(relative), 1, 1, amount, null));
    }
    if (Character.isDigit(word.charAt(0))) {
      return CalendarDates.numbered(line, at, word, today, ahead, bare);
    }
    return switch (word) {
      case "the" -> the(line, at, today, ahead, bare);
      case "day" -> dayBeside(line, at, today, 0);
      case "next", "this", "coming", "following", "last", "previous", "past" ->
          qualified(line, at, word, today);
      case "weekend" -> Optional.of(weekend(today, 0, 1));
      default ->
          weekday(line, at, word, today, ahead, bare)
              .or(() -> CalendarDates.month(line, at, today, ahead));
    };
  }

  private static Optional<Day> the(
      Line line, int at, LocalDate today, boolean ahead, boolean bare) {
    String next = line.word(at + 1);
    if (next.equals("day")) {
      return dayBeside(line, at + 1, today, 1);
    }
    if (next.equals("weekend")) {
      return Optional.of(weekend(today, 0, 2));
    }
    var day = DAY_OF_MONTH.matcher(next);
    boolean ordinal = bare && day.matches() && day.group(2) != null;
    if (!ordinal) {
      return Optional.empty();
    }
    if (line.word(at + 2).equals("of") || CalendarDates.isMonth(line.word(at + 2))) {
      return CalendarDates.numbered(line, at + 1, next, today, ahead, true).map(d -> longer(d, 1));
    }
    String behind = line.word(at + 2);
    boolean ends =
        behind.isEmpty()
            || !Character.isLetterOrDigit(behind.charAt(0))
            || behind.matches("at|from|between|until|please|around|by");
    return ends
        ? dayOfMonth(Integer.parseInt(day.group(1)), today, ahead).map(d -> new Day(d, 2))
        : Optional.empty();
  }

  static Day longer(Day day, int words) {
    return new Day(day.date(), day.days(), day.words() + words, day.amount(), day.other());
  }

  /** "day after tomorrow". */
  private static Optional<Day> dayBeside(Line line, int at, LocalDate today, int before) {
    if (line.word(at + 1).equals("after") && line.word(at + 2).equals("tomorrow")) {
      return Optional.of(new Day(today.plusDays(2), 1, before + 3, "P2D", null));
    }
    return line.word(at + 1).equals("before") && line.word(at + 2).equals("yesterday")
        ? Optional.of(new Day(today.minusDays(2), 1, before + 3, "P2D", null))
        : Optional.empty();
  }

  private static Optional<LocalDate> dayOfMonth(int day, LocalDate today, boolean ahead) {
    for (int months = 0; months < 13; months++) {
      var month = today.withDayOfMonth(1).plusMonths(ahead ? months : -months);
      if (day >= 1 && day <= month.lengthOfMonth()) {
        var date = month.withDayOfMonth(day);
        if (ahead ? !date.isBefore(today) : !date.isAfter(today)) {
          return Optional.of(date);
        }
      }
    }
    return Optional.empty();
  }

  /** "next friday", "this weekend", "next week". */
  private static Optional<Day> qualified(Line line, int at, String which, LocalDate today) {
    String noun = line.word(at + 1);
    boolean past = which.matches("last|previous|past");
    boolean next = which.matches("next|following|coming");
    var weekday = noun.equals("sun") || noun.equals("sat") ? null : WEEKDAYS.get(noun);
    if (weekday != null) {
      return Optional.of(qualified(weekday, past, next, today));
    }
    int step = past ? -1 : next ? 1 : 0;
    var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var first = today.withDayOfMonth(1).plusMonths(step);
    return switch (noun) {
      case "weekend" -> Optional.of(weekend(today, past ? -1 : which.equals("next") ? 1 : 0, 2));
      case "week" ->
          past ? Optional.empty() : Optional.of(new Day(monday.plusWeeks(step), 7, 2, null, null));
      case "month" ->
          past
              ? Optional.empty()
              : Optional.of(new Day(first, first.lengthOfMonth(), 2, null, null));
      default -> Optional.empty();
    };
  }

  private static Day qualified(DayOfWeek weekday, boolean past, boolean next, LocalDate today) {
    if (past) {
      return new Day(today.with(TemporalAdjusters.previous(weekday)), 2);
    }
    var coming = today.with(TemporalAdjusters.next(weekday));
    var sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    // Said on a Tuesday, "next friday" is rather the Friday of next week.
    return next && !coming.isAfter(sunday)
        ? new Day(coming.plusWeeks(1), 1, 2, null, coming)
        : new Day(coming, 2);
  }

  /** The last working day of this or the next week, month or year. */
  static Optional<LocalDate> lastOf(String unit, LocalDate today, boolean next) {
    int step = next ? 1 : 0;
    var end =
        switch (unit) {
          case "week" ->
              today
                  .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                  .plusWeeks(step)
                  .minusDays(2);
          case "month" -> today.plusMonths(step).with(TemporalAdjusters.lastDayOfMonth());
          case "year" -> today.plusYears(step).with(TemporalAdjusters.lastDayOfYear());
          default -> null;
        };
    return Optional.ofNullable(end);
  }

  private static Day weekend(LocalDate today, int weeks, int words) {
    var saturday =
        today.getDayOfWeek() == DayOfWeek.SUNDAY
            ? today.minusDays(1)
            : today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    return new Day(saturday.plusWeeks(weeks), 2, words, null, null);
  }

  private static Optional<Day> weekday(
      Line line, int at, String word, LocalDate today, boolean ahead, boolean bare) {
    var weekday = WEEKDAYS.get(word);
    if (weekday == null || FEASTS.contains(line.word(at - 1))) {
      return Optional.empty();
    }
    int comma = line.word(at + 1).equals(",") ? 2 : 1;
    var date =
        !line.word(at + comma).isEmpty() && !WEEKDAYS.containsKey(line.word(at + comma))
            ? dated(line, at + comma, today, ahead)
            : Optional.<Day>empty();
    if (date.isPresent()) {
      return date.map(d -> longer(d, comma));
    }
    if (word.length() < 6 && !bare && !clockFollows(line, at + 1)) {
      return Optional.empty();
    }
    var day =
        today.with(
            ahead ? TemporalAdjusters.next(weekday) : TemporalAdjusters.previousOrSame(weekday));
    return line.word(at + 1).equals("week")
        ? Optional.of(new Day(day.plusWeeks(1), 2))
        : Optional.of(new Day(day, 1));
  }

  /** Only a date in digits or with a month: the 20 Nov of "Fri 20 Nov". */
  private static Optional<Day> dated(Line line, int at, LocalDate today, boolean ahead) {
    String word = line.word(at);
    return Character.isDigit(word.charAt(0))
        ? CalendarDates.numbered(line, at, word, today, ahead, true)
        : CalendarDates.month(line, at, today, ahead);
  }

  static boolean clockFollows(Line line, int at) {
    int clock = line.word(at).equals("at") ? at + 1 : at;
    return ClockTimes.at(line, clock, clock > at).isPresent();
  }
}
