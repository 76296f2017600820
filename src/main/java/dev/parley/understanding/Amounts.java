package dev.parley.understanding;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Amounts of time: 90m, 1h30m, half an hour, an hour and a half, two days. */
final class Amounts {
  private static final long DAY = 86_400;
  private static final BigDecimal LONGEST = BigDecimal.valueOf(3_650 * DAY);
  private static final Map<String, Long> UNITS = new HashMap<>();
  private static final Pattern COMPACT = Pattern.compile("(?:\\d{1,6}(?:\\.\\d{1,3})?[a-z]+)+");
  private static final Pattern PART = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)([a-z]+)");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}\\.\\d{1,3}");
  private static final Pattern HALVED = Pattern.compile("half-?(hour|day|minute)");

  /** "30-minute", "2-hour". */
  private static final Pattern HYPHENED = Pattern.compile("(\\d{1,6})-([a-z]{3,})");

  /** "2h30" is two and a half hours. */
  private static final Pattern TRAILING = Pattern.compile("(\\d{1,4})h([0-5]\\d)");

  private static final Pattern ISO = Pattern.compile("p(?:\\d+d)?(?:t(?:\\d+[hms])+)?");
  private static final Set<String> ONE = Set.of("a", "an");
  private static final Set<String> BETWEEN =
      Set.of("full", "whole", "more", "solid", "extra", "further", "additional");

  static {
    unit(1, "s sec secs second seconds");
    unit(60, "m min mins minute minutes");
    unit(3_600, "h hr hrs hour hours");
    unit(DAY, "d day days");
    unit(7 * DAY, "w wk wks week weeks");
    unit(14 * DAY, "fortnight fortnights");
    unit(30 * DAY, "month months mo");
    unit(365 * DAY, "year years yr yrs");
  }

  /**
   * An amount that was found.
   *
   * @param iso as an ISO 8601 duration; months count thirty days
   * @param words how many words it takes
   * @param counted whether it says how many, and not just "an hour"
   */
  record Amount(String iso, int words, boolean counted) {}

  private record Part(BigDecimal count, long unit, int words, boolean counted) {
    BigDecimal seconds() {
      return count.multiply(BigDecimal.valueOf(unit));
    }
  }

  private Amounts() {}

  private static void unit(long seconds, String words) {
    List.of(words.split(" ")).forEach(word -> UNITS.put(word, seconds));
  }

  /** The amount that begins at a word. */
  static Optional<Amount> at(Line line, int start) {
    if (ISO.matcher(line.word(start)).matches() && line.word(start).length() > 2) {
      return parsed(line.word(start));
    }
    var first = part(line, start);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    var seconds = first.get().seconds();
    int next = start + first.get().words();
    var more = more(line, next, first.get().unit());
    boolean alone = more.isEmpty();
    while (more.isPresent()) {
      seconds = seconds.add(more.get().seconds());
      next += more.get().words();
      more = more(line, next, more.get().unit());
    }
    int words = next - start;
    return iso(first.get(), seconds, alone)
        .map(iso -> new Amount(iso, words, first.get().counted()));
  }

  private static Optional<Amount> parsed(String word) {
    String iso = word.toUpperCase(Locale.ROOT);
    try {
      return Duration.parse(iso).isZero()
          ? Optional.empty()
          : Optional.of(new Amount(iso, 1, true));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** The whole days of an amount, empty where it is none of whole days. */
  static Optional<Long> days(String iso) {
    long seconds = Duration.parse(iso).toSeconds();
    return seconds > 0 && seconds % DAY == 0 ? Optional.of(seconds / DAY) : Optional.empty();
  }

  /** Whether a word is a unit of time, and not just a letter. */
  static boolean unit(String word) {
    return word.length() > 1 && UNITS.containsKey(word);
  }

  /** The unit of a word that stands alone: the hour of "last hour". */
  static Optional<Amount> unitAt(Line line, int at) {
    var unit = UNITS.get(line.word(at));
    return unit == null || line.word(at).length() < 3 || line.word(at).endsWith("s")
        ? Optional.empty()
        : iso(new Part(BigDecimal.ONE, unit, 1, false), BigDecimal.valueOf(unit), true)
            .map(iso -> new Amount(iso, 1, false));
  }

  private static Optional<String> iso(Part first, BigDecimal seconds, boolean alone) {
    if (seconds.signum() <= 0
        || seconds.compareTo(LONGEST) > 0
        || seconds.stripTrailingZeros().scale() > 0) {
      return Optional.empty();
    }
    long total = seconds.longValue();
    boolean whole = alone && first.count().stripTrailingZeros().scale() <= 0;
    if (whole && first.unit() >= DAY || total % DAY == 0 && !whole) {
      return Optional.of("P" + total / DAY + "D");
    }
    if (whole) {
      String unit = first.unit() == 1 ? "S" : first.unit() == 60 ? "M" : "H";
      return Optional.of("PT" + first.count().toBigInteger() + unit);
    }
    return Optional.of(Duration.ofSeconds(total).toString());
  }

  /** A further part of a smaller unit: "and 30 minutes", "and a half" is of the first. */
  private static Optional<Part> more(Line line, int at, long unit) {
    boolean and = line.word(at).equals("and");
    int from = and ? at + 1 : at;
    if (and && line.word(from).equals("a") && line.word(from + 1).equals("half")) {
      return Optional.of(new Part(new BigDecimal("0.5"), unit, from + 2 - at, true))
          .filter(half -> unit > 1);
    }
    return part(line, from)
        .filter(part -> part.unit() < unit && part.counted())
        .map(part -> new Part(part.count(), part.unit(), part.words() + from - at, true));
  }

  private static Optional<Part> part(Line line, int at) {
    String word = line.word(at);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    if (Character.isDigit(word.charAt(0))) {
      var joined = joined(word);
      return joined.isPresent() ? joined : counted(line, at);
    }
    var halved = HALVED.matcher(word);
    if (halved.matches()) {
      return Optional.of(
          new Part(new BigDecimal("0.5"), UNITS.getOrDefault(halved.group(1), 60L), 1, true));
    }
    if (word.equals("three") && line.word(at + 1).equals("quarters")) {
      return fraction(line, at, "0.75", at + 2);
    }
    if (word.equals("half") || word.equals("quarter")) {
      return fraction(line, at, word.equals("half") ? "0.5" : "0.25", at + 1);
    }
    if (ONE.contains(word) && line.word(at + 1).matches("half|quarter")) {
      return fraction(line, at, line.word(at + 1).equals("half") ? "0.5" : "0.25", at + 2);
    }
    return counted(line, at);
  }

  /** "90m", "1h30m", "2h30", "30-minute". */
  private static Optional<Part> joined(String word) {
    if (Character.isDigit(word.charAt(word.length() - 1)) && word.indexOf('h') < 0) {
      return Optional.empty();
    }
    if (COMPACT.matcher(word).matches()) {
      return compact(word);
    }
    var trailing = TRAILING.matcher(word);
    if (trailing.matches()) {
      return compact(word + "m");
    }
    var hyphened = HYPHENED.matcher(word);
    return hyphened.matches() ? compact(hyphened.group(1) + hyphened.group(2)) : Optional.empty();
  }

  /** "half an hour", "a quarter of an hour", "three quarters of an hour". */
  private static Optional<Part> fraction(Line line, int at, String count, int after) {
    int next = line.word(after).equals("of") ? after + 1 : after;
    next = ONE.contains(line.word(next)) ? next + 1 : next;
    var unit = UNITS.get(line.word(next));
    return unit == null || unit == 1
        ? Optional.empty()
        : Optional.of(new Part(new BigDecimal(count), unit, next + 1 - at, true));
  }

  /** "1h30m" is ninety minutes. */
  private static Optional<Part> compact(String word) {
    var seconds = BigDecimal.ZERO;
    long last = Long.MAX_VALUE;
    int parts = 0;
    var found = PART.matcher(word.toLowerCase(Locale.ROOT));
    var count = BigDecimal.ZERO;
    while (found.find()) {
      var unit = UNITS.get(found.group(2));
      if (unit == null || unit >= last) {
        return Optional.empty();
      }
      count = new BigDecimal(found.group(1));
      seconds = seconds.add(count.multiply(BigDecimal.valueOf(unit)));
      last = unit;
      parts++;
    }
    if (parts > 1 && seconds.remainder(BigDecimal.valueOf(last)).signum() != 0) {
      return Optional.empty();
    }
    var all = parts == 1 ? count : seconds.divide(BigDecimal.valueOf(last));
    return Optional.of(new Part(all, last, 1, true)).filter(part -> part.count().signum() > 0);
  }

  /** "2 hours", "an hour", "a couple of days", "one and a half hours". */
  private static Optional<Part> counted(Line line, int at) {
    var number = number(line, at);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    int next = at + number.get().words();
    var count = number.get().count();
    if (line.word(next).equals("and")
        && ONE.contains(line.word(next + 1))
        && line.word(next + 2).equals("half")) {
      count = count.add(new BigDecimal("0.5"));
      next += 3;
    }
    while (BETWEEN.contains(line.word(next))) {
      next++;
    }
    var unit = UNITS.get(line.word(next));
    return unit == null || !unitStands(line, at, next)
        ? Optional.empty()
        : Optional.of(new Part(count, unit, next + 1 - at, number.get().counted()));
  }

  /** A letter is a unit only behind digits; "a second web box" is the one after the first. */
  private static boolean unitStands(Line line, int at, int unit) {
    if (line.word(unit).length() == 1) {
      return Character.isDigit(line.word(unit - 1).charAt(0));
    }
    String behind = line.word(unit + 1);
    return !line.word(unit).equals("second")
        || !ONE.contains(line.word(at))
        || behind.isEmpty()
        || !Character.isLetterOrDigit(behind.charAt(0))
        || behind.matches("ago|before|after|later|please|or|and|then|from");
  }

  private record Count(BigDecimal count, int words, boolean counted) {}

  private static Optional<Count> number(Line line, int at) {
    String word = line.word(at);
    int couple = ONE.contains(word) ? at + 1 : at;
    if (line.word(couple).equals("couple")) {
      int end = line.word(couple + 1).equals("of") ? couple + 2 : couple + 1;
      return Optional.of(new Count(BigDecimal.valueOf(2), end - at, true));
    }
    if (DECIMAL.matcher(word).matches()) {
      return Optional.of(new Count(new BigDecimal(word), 1, true));
    }
    var number = NumberWords.at(line, at);
    if (number.isPresent()) {
      return number.map(n -> new Count(new BigDecimal(n.digits()), n.words(), true));
    }
    return ONE.contains(word) ? Optional.of(new Count(BigDecimal.ONE, 1, false)) : Optional.empty();
  }
}
