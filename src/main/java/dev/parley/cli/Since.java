package dev.parley.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Reads a time in the past: an instant, a day, or an age. */
final class Since {
  private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhdw])");

  private Since() {}

  /**
   * @param option which says it
   */
  static Instant parse(String option, String text, Clock clock) {
    var age = AGE.matcher(text);
    if (age.matches()) {
      return clock.instant().minus(length(Long.parseLong(age.group(1)), age.group(2).charAt(0)));
    }
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(clock.getZone()).toInstant();
    } catch (DateTimeException e) {
      throw Complaint.usage(
          option + " " + text + " is no time. Write 12h, 7d, 2026-01-31 or 2026-01-31T18:00:00Z.");
    }
  }

  private static Duration length(long amount, char unit) {
    return switch (unit) {
      case 's' -> Duration.ofSeconds(amount);
      case 'm' -> Duration.ofMinutes(amount);
      case 'h' -> Duration.ofHours(amount);
      case 'w' -> Duration.ofDays(7 * amount);
      default -> Duration.ofDays(amount);
    };
  }
}
