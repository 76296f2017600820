package dev.parley.permission;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part of every week: hours on some days. Hours that go past midnight belong to the day on which
 * they begin.
 *
 * @param days none stands for every day
 * @param hours null for the whole day
 */
public record Weekly(Set<DayOfWeek> days, @Nullable Hours hours) {
  /** At any time. */
  public static final Weekly ALWAYS = new Weekly(Set.of(), null);

  private static final int WEEK = 7;

  public Weekly {
    days = Set.copyOf(days);
  }

  /** Reads {@code mon}, {@code Monday}, {@code mon-fri}; empty when these are no days. */
  static Optional<Set<DayOfWeek>> days(String text) {
    var ends = text.strip().toLowerCase(Locale.ROOT).split("\\s*-\\s*", 2);
    var first = day(ends[0]);
    var last = day(ends[ends.length - 1]);
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    var days = EnumSet.of(first.get());
    for (var day = first.get(); day != last.get(); day = day.plus(1)) {
      days.add(day.plus(1));
    }
    return Optional.of(days);
  }

  private static Optional<DayOfWeek> day(String text) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> text.length() >= 3)
        .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(text))
        .findFirst();
  }

  /** Whether it restricts nothing. */
  boolean always() {
    return days.isEmpty() && hours == null;
  }

  boolean contains(ZonedDateTime time) {
    if (hours == null) {
      return on(time.getDayOfWeek());
    }
    boolean sinceYesterday = hours.overnight() && time.toLocalTime().isBefore(hours.until());
    return hours.contains(time.toLocalTime())
        && on(sinceYesterday ? time.getDayOfWeek().minus(1) : time.getDayOfWeek());
  }

  private boolean on(DayOfWeek day) {
    return days.isEmpty() || days.contains(day);
  }

  /** When the part that holds this time ends; empty when it never does. */
  Optional<ZonedDateTime> end(ZonedDateTime time) {
    for (int ahead = 0; ahead <= WEEK + 1; ahead++) {
      var date = time.toLocalDate().plusDays(ahead);
      for (var clock :
          hours == null ? List.of(LocalTime.MIN) : List.of(LocalTime.MIN, hours.until())) {
        var next = date.atTime(clock).atZone(time.getZone());
        if (next.isAfter(time) && !contains(next)) {
          return Optional.of(next);
        }
      }
    }
    return Optional.empty();
  }

  /** As a refusal says it, e.g. {@code between 09:00 and 17:00 on Monday or Friday}. */
  String told() {
    var parts = new ArrayList<String>();
    if (hours != null) {
      parts.add("between " + hours);
    }
    if (!days.isEmpty()) {
      parts.add(
          "on "
              + days.stream()
                  .sorted()
                  .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                  .collect(Collectors.joining(", ")));
    }
    return String.join(" ", parts);
  }
}
