package dev.parley.action;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the time in a line of a log, in the ways in which the usual programs write it. */
public final class LogTime {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String MONTH = "(?<month>[A-Z][a-z]{2})";
  private static final String CLOCK = "(?<h>\\d\\d):(?<m>\\d\\d):(?<s>\\d\\d)(?:[.,]\\d{1,9})?";
  private static final String ZONE = "(?:\\s?(?<zone>Z|UTC|GMT|[+-]\\d\\d:?\\d\\d))?";

  /** The more exact ones first, as they hold what the vaguer ones would find in them. */
  private static final List<Pattern> FORMS =
      List.of(
          // 2026-11-20T12:03:38.123+00:00, 2026/11/20 12:03:38, 2026-11-20 12:03:38.123 UTC
          Pattern.compile("(?<year>\\d{4})[-/](?<mm>\\d\\d)[-/](?<day>\\d\\d)[T ]" + CLOCK + ZONE),
          // Fri Nov 20 12:03:38.123456 2026
          Pattern.compile(MONTH + " +(?<day>\\d{1,2}) " + CLOCK + "(?<zone>)? (?<year>\\d{4})\\b"),
          // 20/Nov/2026:12:03:38 +0000
          Pattern.compile("(?<day>\\d{1,2})/" + MONTH + "/(?<year>\\d{4}):" + CLOCK + ZONE),
          // 20 Nov 2026 12:03:38.123, 20-Nov-2026 12:03:38
          Pattern.compile("(?<day>\\d{1,2})[ -]" + MONTH + "[ -](?<year>\\d{4}) " + CLOCK + ZONE),
          // Nov 20 12:03:38
          Pattern.compile("\\b" + MONTH + " +(?<day>\\d{1,2}) " + CLOCK + "(?<zone>)?(?<year>)?"));

  private static final int LOOKED_AT = 300;
  private static final Duration AHEAD = Duration.ofDays(1);

  private final ZoneOffset zone;
  private final Instant now;

  /**
   * @param zone of times that are written without one
   * @param now before which, or little after, times without a year are
   */
  public LogTime(ZoneOffset zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /** When a line was written; empty when it does not say so. */
  public Optional<Instant> of(String line) {
    var beginning = line.substring(0, Math.min(LOOKED_AT, line.length()));
    for (var form : FORMS) {
      var match = form.matcher(beginning);
      if (match.find()) {
        return time(match);
      }
    }
    return Optional.empty();
  }

  private Optional<Instant> time(Matcher match) {
    try {
      var year = match.group("year");
      int month = month(match);
      if (year != null && !year.isEmpty()) {
        return Optional.of(at(match, Integer.parseInt(year), month));
      }
      int thisYear = now.atOffset(zone).getYear();
      var time = at(match, thisYear, month);
      return Optional.of(time.isAfter(now.plus(AHEAD)) ? at(match, thisYear - 1, month) : time);
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static int month(Matcher match) {
    return match.pattern().pattern().contains("<mm>")
        ? Integer.parseInt(match.group("mm"))
        : MONTHS.indexOf(match.group("month").toLowerCase(Locale.ROOT)) + 1;
  }

  private Instant at(Matcher match, int year, int month) {
    return LocalDateTime.of(
            year,
            month,
            Integer.parseInt(match.group("day")),
            Integer.parseInt(match.group("h")),
            Integer.parseInt(match.group("m")),
            Math.min(59, Integer.parseInt(match.group("s"))))
        .toInstant(zone(match.group("zone")));
  }

  private ZoneOffset zone(@Nullable String written) {
    if (written == null || written.isEmpty()) {
      return zone;
    }
    return written.matches("Z|UTC|GMT") ? ZoneOffset.UTC : ZoneOffset.of(written);
  }
}
