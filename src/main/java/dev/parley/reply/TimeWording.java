package dev.parley.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Points in time, and how far away they are, as people say them. */
public final class TimeWording {
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm zzz", Locale.ENGLISH);
  private static final DateTimeFormatter WITH_SECONDS =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm:ss zzz", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final Duration SOON = Duration.ofMinutes(5);

  private TimeWording() {}

  /** "Saturday 21 November 2026, 03:00 CET (02:00 UTC)". */
  public static String absolute(Instant time, ZoneId zone) {
    return absolute(time, zone, WHOLE);
  }

  private static String absolute(Instant time, ZoneId zone, DateTimeFormatter format) {
    var there = format.format(time.atZone(zone));
    boolean utc = zone.getRules().getOffset(time).equals(ZoneOffset.UTC);
    return utc ? there : there + " (" + CLOCK.format(time.atOffset(ZoneOffset.UTC)) + " UTC)";
  }

  /** "Saturday 21 November 2026, 02:00 UTC, in 7 hours and 19 minutes". */
  public static String absoluteAndFar(Instant time, ZoneId zone, Instant now) {
    var away = Duration.between(now, time);
    var format = away.compareTo(SOON) < 0 ? WITH_SECONDS : WHOLE;
    return absolute(time, zone, format) + ", " + far(away);
  }

  /** "in 7 hours and 19 minutes", in the two largest units; "now" for what is not to come. */
  static String far(Duration away) {
    if (away.isNegative() || away.isZero()) {
      return "now";
    }
    return "in " + amount(away);
  }

  /** "7 hours and 19 minutes", in the two largest units. */
  static String amount(Duration length) {
    var minutes = length.plusSeconds(30).toMinutes();
    if (length.toSeconds() < 90) {
      return count(Math.max(1, length.toSeconds()), "second");
    }
    var parts = new ArrayList<String>();
    add(parts, minutes / (24 * 60), "day");
    add(parts, minutes / 60 % 24, "hour");
    add(parts, minutes % 60, "minute");
    return String.join(" and ", parts.subList(0, Math.min(2, parts.size())));
  }

  private static void add(List<String> parts, long number, String unit) {
    if (number > 0) {
      parts.add(count(number, unit));
    }
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
