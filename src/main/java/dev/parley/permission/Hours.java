package dev.parley.permission;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of every day, the end excluded. One that ends before it begins goes past midnight.
 *
 * @param until midnight stands for the end of the day
 */
public record Hours(LocalTime from, LocalTime until) {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})");

  /** Reads {@code 09:00-17:00}; empty when it is none. */
  public static Optional<Hours> parse(String text) {
    var match = WRITTEN.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      var from = time(match.group(1));
      var until = time(match.group(2));
      return from.equals(until) ? Optional.empty() : Optional.of(new Hours(from, until));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private static LocalTime time(String text) {
    return text.equals("24:00")
        ? LocalTime.MIDNIGHT
        : LocalTime.parse(text.length() == 4 ? "0" + text : text);
  }

  public boolean contains(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean open = time.isBefore(until);
    return from.isBefore(until) ? begun && open : begun || open;
  }

  /** Whether it goes past midnight. */
  boolean overnight() {
    return !from.isBefore(until) && !until.equals(LocalTime.MIDNIGHT);
  }

  @Override
  public String toString() {
    return from + " and " + until;
  }
}
