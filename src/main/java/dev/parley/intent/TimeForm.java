package dev.parley.intent;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The canonical forms of time: what was said relative is an ISO 8601 duration, a clock time an
 * instant.
 */
final class TimeForm {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,6})([smhdw])");

  private TimeForm() {}

  static Optional<String> canonical(SlotType type, String value) {
    var duration = duration(value);
    return duration.isPresent() ? duration : instant(value);
  }

  static String expected(SlotType type) {
    return type == SlotType.DURATION
        ? "an amount of time such as 30m or PT30M"
        : "an amount of time such as 30m, or an instant such as 2026-01-31T18:00:00Z";
  }

  private static Optional<String> duration(String value) {
    var shorthand = SHORT.matcher(value.toLowerCase(Locale.ROOT));
    if (shorthand.matches()) {
      return iso(shorthand.group(1), shorthand.group(2).charAt(0));
    }
    var upper = value.toUpperCase(Locale.ROOT);
    try {
      return Duration.parse(upper).isNegative() || upper.contains("-")
          ? Optional.empty()
          : Optional.of(upper);
    } catch (DateTimeException noDuration) {
      return upper.matches("P\\d{1,4}[WMY]") ? Optional.of(upper) : Optional.empty();
    }
  }

  private static Optional<String> iso(String amount, char unit) {
    return switch (unit) {
      case 'd' -> Optional.of("P" + amount + "D");
      case 'w' -> Optional.of("P" + Long.parseLong(amount) * 7 + "D");
      default -> Optional.of("PT" + amount + Character.toUpperCase(unit));
    };
  }

  private static Optional<String> instant(String value) {
    try {
      Instant instant = OffsetDateTime.parse(value.toUpperCase(Locale.ROOT)).toInstant();
      return Optional.of(instant.toString());
    } catch (DateTimeException noInstant) {
      return Optional.empty();
    }
  }
}
