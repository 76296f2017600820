package dev.parley.understanding;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Time zones as people write them behind a clock time: UTC, CET, ET, Europe/Berlin, +02:00. */
final class TimeZones {
  private static final Map<String, ZoneId> NAMED = new HashMap<>();

  /** The last part of a zone's name: "berlin time". */
  private static final Map<String, ZoneId> PLACES = new HashMap<>();

  private static final Map<String, ZoneId> REGIONS = new HashMap<>();
  private static final Set<String> HERE = Set.of("local", "my", "our");

  static {
    named("UTC", "utc gmt z zulu");
    named("Europe/Berlin", "cet cest mez mesz");
    named("Europe/London", "bst");
    named("Europe/Athens", "eet eest");
    named("Europe/Moscow", "msk");
    named("America/New_York", "et est edt eastern");
    named("America/Chicago", "ct cst cdt central");
    named("America/Denver", "mt mst mdt");
    named("America/Los_Angeles", "pt pst pdt pacific");
    named("Asia/Kolkata", "ist");
    named("Asia/Tokyo", "jst");
    named("Asia/Singapore", "sgt");
    named("Australia/Sydney", "aest aedt");
    for (var id : ZoneId.getAvailableZoneIds()) {
      int slash = id.indexOf('/');
      if (slash > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV/")) {
        var lower = id.toLowerCase(Locale.ROOT);
        REGIONS.put(lower, ZoneId.of(id));
        PLACES.put(lower.substring(lower.lastIndexOf('/') + 1).replace('_', ' '), ZoneId.of(id));
      }
    }
  }

  /** A zone and how many words name it. */
  record Found(ZoneId zone, int words) {}

  private TimeZones() {}

  private static void named(String id, String words) {
    for (var word : words.split(" ", -1)) {
      NAMED.put(word, ZoneId.of(id));
    }
  }

  /** The zone that begins at a word. */
  static Optional<Found> at(Line line, int at) {
    String word = line.word(at);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    var named = NAMED.get(word);
    if (named != null) {
      return Optional.of(new Found(named, line.word(at + 1).equals("time") ? 2 : 1));
    }
    if (word.charAt(0) == '+' && line.word(at + 1).startsWith(":")) {
      return offset(word + line.word(at + 1)).map(zone -> new Found(zone, 2));
    }
    if (word.charAt(0) == '+' || word.charAt(0) == '-' || word.startsWith("utc")) {
      return offset(word.startsWith("utc") ? word.substring(3) : word).map(z -> new Found(z, 1));
    }
    if (line.word(at + 1).equals("/")) {
      var region = REGIONS.get(word + "/" + line.word(at + 2));
      return Optional.ofNullable(region).map(zone -> new Found(zone, 3));
    }
    return place(line, at);
  }

  /** "berlin time", "new york time", "my time". */
  private static Optional<Found> place(Line line, int at) {
    for (int words = 1; words <= 2; words++) {
      if (line.word(at + words).equals("time")) {
        String name = words == 1 ? line.word(at) : line.word(at) + " " + line.word(at + 1);
        var zone = HERE.contains(name) ? line.now().getZone() : PLACES.get(name);
        return zone == null ? Optional.empty() : Optional.of(new Found(zone, words + 1));
      }
    }
    return Optional.empty();
  }

  /** The offset that a text is, "+02:00" or "+2". */
  static Optional<ZoneId> offset(String text) {
    try {
      return text.length() < 2 || !Character.isDigit(text.charAt(1))
          ? Optional.empty()
          : Optional.of(ZoneOffset.of(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** The zone that a suffix of a clock time is: the z of "18:00z". */
  static Optional<ZoneId> suffix(String text) {
    return Optional.ofNullable(NAMED.get(text)).or(() -> offset(text));
  }
}
