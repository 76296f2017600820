package dev.parley.web;

import java.time.Duration;
import java.util.regex.Pattern;

/** Reads how long a client is ready to wait, e.g. {@code 30s}, {@code 500ms}, {@code 2m}. */
final class Waits {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m)?");
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private Waits() {}

  /** The time, at most five minutes; a bare number is seconds. */
  static Duration parse(String wait) {
    var match = FORM.matcher(wait);
    if (!match.matches()) {
      throw Refusal.badRequest("`wait` must be a time such as 30s or 500ms.");
    }
    long amount = Long.parseLong(match.group(1));
    var unit = match.group(2) == null ? "s" : match.group(2);
    var time =
        switch (unit) {
          case "ms" -> Duration.ofMillis(amount);
          case "m" -> Duration.ofMinutes(amount);
          default -> Duration.ofSeconds(amount);
        };
    return time.compareTo(LONGEST) > 0 ? LONGEST : time;
  }
}
