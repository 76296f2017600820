package dev.parley.understanding;

import dev.parley.understanding.CalendarDays.Day;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates: 2026-12-24, 24.12.2026, 24/12, 24 Dec, december 24th 2026. */
final class CalendarDates {
  private static final Map<String, Month> MONTHS = new HashMap<>();
  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
  private static final Pattern SLASHED =
      Pattern.compile("(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?");
  private static final Pattern YEAR = Pattern.compile("20\\d{2}");

  static {
    for (var month : Month.values()) {
      String name = month.name().toLowerCase(Locale.ROOT);
      MONTHS.put(name, month);
      MONTHS.put(name.substring(0, 3), month);
    }
    MONTHS.put("sept", Month.SEPTEMBER);
  }

  private CalendarDates() {}

  static boolean isMonth(String word) {
    return MONTHS.containsKey(word);
  }

  /** The date that begins with a number. */
  static Optional<Day> numbered(
      Line line, int at, String word, LocalDate today, boolean ahead, boolean bare) {
    if (ISO.matcher(word).matches()) {
      return parsed(word).map(date -> new Day(date, 1));
    }
    var dotted = DOTTED.matcher(word);
    if (dotted.matches()) {
      return date(dotted.group(3), dotted.group(2), dotted.group(1)).map(d -> new Day(d, 1));
    }
    var slashed = SLASHED.matcher(word);
    if (slashed.matches()) {
      boolean certain = bare || slashed.group(3) != null || CalendarDays.clockFollows(line, at + 1);
      return certain ? slashed(slashed, today, ahead) : Optional.empty();
    }
    var day = CalendarDays.DAY_OF_MONTH.matcher(word);
    if (!day.matches()) {
      return Optional.empty();
    }
    int of = line.word(at + 1).equals("of") ? at + 2 : at + 1;
    var month = MONTHS.get(line.word(of));
    return month == null
        ? Optional.empty()
        : inMonth(line, month, Integer.parseInt(day.group(1)), of + 1, today, ahead)
            .map(d -> CalendarDays.longer(d, of + 1 - at));
  }

  /** 5/6 is the 5th of June or the 6th of May; 11/20 can only be the 20th of November. */
  private static Optional<Day> slashed(Matcher match, LocalDate today, boolean ahead) {
    var european = slashed(match, match.group(2), match.group(1), today, ahead);
    var american = slashed(match, match.group(1), match.group(2), today, ahead);
    if (european.isEmpty() || american.isEmpty() || european.equals(american)) {
      return european.or(() -> american).map(d -> new Day(d, 1));
    }
    return Optional.of(new Day(european.get(), 1, 1, null, american.get()));
  }

  private static Optional<LocalDate> slashed(
      Matcher match, String month, String day, LocalDate today, boolean ahead) {
    String year = match.group(3);
    return year == null
        ? date(String.valueOf(today.getYear()), month, day).map(d -> near(d, today, ahead))
        : date(year.length() == 2 ? "20" + year : year, month, day);
  }

  /** "dec 24", "december 24th 2026". */
  static Optional<Day> month(Line line, int at, LocalDate today, boolean ahead) {
    var month = MONTHS.get(line.word(at));
    if (month == null) {
      return Optional.empty();
    }
    int number = line.word(at + 1).equals("the") ? at + 2 : at + 1;
    var day = CalendarDays.DAY_OF_MONTH.matcher(line.word(number));
    return day.matches()
        ? inMonth(line, month, Integer.parseInt(day.group(1)), number + 1, today, ahead)
            .map(d -> CalendarDays.longer(d, number + 1 - at))
        : Optional.empty();
  }

  /** A day of a month with the year that may follow; its words are those of the year. */
  private static Optional<Day> inMonth(
      Line line, Month month, int day, int yearAt, LocalDate today, boolean ahead) {
    int comma = line.word(yearAt).equals(",") ? 1 : 0;
    boolean year = YEAR.matcher(line.word(yearAt + comma)).matches();
    try {
      return year
          ? Optional.of(
              new Day(
                  LocalDate.of(Integer.parseInt(line.word(yearAt + comma)), month, day), 1 + comma))
          : Optional.of(new Day(near(LocalDate.of(today.getYear(), month, day), today, ahead), 0));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static LocalDate near(LocalDate date, LocalDate today, boolean ahead) {
    if (ahead) {
      return date.isBefore(today) ? date.plusYears(1) : date;
    }
    return date.isAfter(today) ? date.minusYears(1) : date;
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> parsed(String word) {
    try {
      return Optional.of(LocalDate.parse(word));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
