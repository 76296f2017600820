package dev.parley.action;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/** What the canonical forms of time slots amount to; a month has 30 days, a year 365. */
public final class SpokenTime {
  private SpokenTime() {}

  /** The amount of time, empty for a clock time. */
  public static Optional<Duration> amount(String canonical) {
    if (!canonical.startsWith("P")) {
      return Optional.empty();
    }
    return Optional.of(
        canonical.matches("P\\d+[WMY]") ? period(canonical) : Duration.parse(canonical));
  }

  /** The point in time; an amount of time is that long before now. */
  public static Instant past(String canonical, Instant now) {
    return amount(canonical).map(now::minus).orElseGet(() -> Instant.parse(canonical));
  }

  private static Duration period(String canonical) {
    var period = Period.parse(canonical);
    return Duration.ofDays(period.getYears() * 365L + period.getMonths() * 30L + period.getDays());
  }
}
