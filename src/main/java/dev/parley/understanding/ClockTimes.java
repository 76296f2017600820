package dev.parley.understanding;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Clock times: 18:00, 9am, half past nine, quarter to 5, noon, the end of the day. */
final class ClockTimes {
  private static final Pattern CLOCK =
      Pattern.compile(
          "(\\d{1,2})(?:([:.h])(\\d{2}))?(?::\\d{2})?(h|[ap]\\.?m?\\.?)?(z|utc|[+-]\\d.*)?");
  private static final Pattern HALF = Pattern.compile("[ap]\\.?m\\.?");
  private static final Pattern MILITARY = Pattern.compile("([01]\\d|2[0-3])([0-5]\\d)(z|h)?");
  private static final Map<String, LocalTime> NAMED =
      Map.of(
          "midnight", LocalTime.MIDNIGHT,
          "noon", LocalTime.NOON,
          "midday", LocalTime.NOON,
          "lunchtime", LocalTime.NOON);
  private static final Set<String> CLOSING = Set.of("eod", "cob", "eob");
  private static final Set<String> SIDES = Set.of("past", "to", "til", "till");
  private static final Set<String> MINUTES = Set.of("minute", "minutes", "min", "mins");
  private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);
  private static final LocalTime START_OF_DAY = LocalTime.of(9, 0);
  private static final Set<String> SURE = Set.of("o'clock", "oclock", "sharp");

  /** After such a word a number is an hour, and no count of something. */
  private static final Set<String> AFTER_AN_HOUR = Words.of("AFTER_AN_HOUR");

  /**
   * A clock time.
   *
   * @param twelve whether it may as well be twelve hours later
   * @param assumed what was taken for granted, or null
   */
  record Clock(
      LocalTime time, @Nullable ZoneId zone, boolean twelve, int words, @Nullable String assumed) {
    Clock(LocalTime time, int words) {
      this(time, null, false, words, null);
    }

    private Clock longer(int more) {
      return new Clock(time, zone, twelve, words + more, assumed);
    }

    private Clock in(ZoneId other, int more) {
      return new Clock(time, other, twelve, words + more, assumed);
    }
  }

  private ClockTimes() {}

  /**
   * The clock time that begins at a word.
   *
   * @param bare whether the words before allow a bare hour: "at 9"
   */
  static Optional<Clock> at(Line line, int at, boolean bare) {
    String word = line.word(at);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    var clock =
        Character.isDigit(word.charAt(0)) ? digits(line, at, word, bare) : named(line, at, word);
    return clock
        .or(() -> spoken(line, at, bare))
        .map(c -> zoned(line, at, line.word(at + c.words()).equals("sharp") ? c.longer(1) : c));
  }

  private static Clock zoned(Line line, int at, Clock clock) {
    return clock.zone() != null
        ? clock
        : TimeZones.at(line, at + clock.words())
            .map(zone -> clock.in(zone.zone(), zone.words()))
            .orElse(clock);
  }

  private static Optional<Clock> named(Line line, int at, String word) {
    var named = NAMED.get(word);
    if (named != null) {
      return Optional.of(new Clock(named, 1));
    }
    if (CLOSING.contains(word)) {
      return Optional.of(endOfDay(1));
    }
    return switch (word) {
      case "end", "close" -> closing(line, at, at + 1);
      case "the" ->
          (line.word(at + 1).equals("end") || line.word(at + 1).equals("close"))
              ? closing(line, at, at + 2)
              : none();
      case "first" ->
          line.word(at + 1).equals("thing")
              ? Optional.of(new Clock(START_OF_DAY, null, false, 2, "first thing is 09:00"))
              : none();
      default -> none();
    };
  }

  private static Optional<Clock> none() {
    return Optional.empty();
  }

  /** "end of day", "end of the business day", "close of business". */
  private static Optional<Clock> closing(Line line, int at, int of) {
    if (!line.word(of).equals("of")) {
      return Optional.empty();
    }
    int next = of + 1;
    while (line.word(next).matches("the|my|business|working|play") && !ends(line.word(next + 1))) {
      next++;
    }
    return line.word(next).matches("day|business|play|shift|work")
        ? Optional.of(endOfDay(next + 1 - at))
        : Optional.empty();
  }

  private static boolean ends(String word) {
    return word.isEmpty() || AFTER_AN_HOUR.contains(word);
  }

  /** When the working day ends. */
  static Clock endOfDay(int words) {
    return new Clock(END_OF_DAY, null, false, words, "the end of the day is 18:00");
  }

  private static Optional<Clock> digits(Line line, int at, String word, boolean bare) {
    var military = MILITARY.matcher(word);
    if (word.length() >= 4 && military.matches()) {
      boolean hours = line.word(at + 1).matches("hours|hrs|z|zulu|utc|gmt");
      return bare || hours || military.group(3) != null ? military(line, at, military) : none();
    }
    var match = CLOCK.matcher(word);
    return match.matches() ? clock(line, at, match, bare) : none();
  }

  private static Optional<Clock> military(Line line, int at, Matcher match) {
    var time = LocalTime.of(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    boolean said = line.word(at + 1).matches("hours|hrs");
    var zone = "z".equals(match.group(3)) ? ZoneId.of("UTC") : null;
    return Optional.of(new Clock(time, zone, false, said ? 2 : 1, null));
  }

  private static Optional<Clock> clock(Line line, int at, Matcher match, boolean bare) {
    boolean halfFollows = match.group(4) == null && HALF.matcher(line.word(at + 1)).matches();
    String half = halfFollows ? line.word(at + 1) : match.group(4);
    if (half != null && half.startsWith("h")) {
      half = bare ? null : half;
    }
    boolean minutes = match.group(3) != null;
    int words = halfFollows ? 2 : 1;
    words += half != null && half.length() == 3 && line.word(at + words).equals(".") ? 1 : 0;
    boolean hours = match.group(3) != null && line.word(at + words).matches("hrs|hours");
    boolean sure = hours || SURE.contains(line.word(at + words));
    if (half == null && !exact(match, bare) && !sure && !(bare && ends(line, at + words))) {
      return Optional.empty();
    }
    if (half != null && half.length() == 1 && !bare || "h".equals(half)) {
      return Optional.empty();
    }
    int all = words + (sure ? 1 : 0);
    boolean twelve = half == null && !minutes && !match.group(1).startsWith("0");
    var zone = match.group(5) == null ? null : TimeZones.suffix(match.group(5)).orElse(null);
    return time(match.group(1), minutes ? match.group(3) : "0", half)
        .map(t -> new Clock(t, zone, twelve && t.getHour() <= 12, all, null));
  }

  /** 18:00 is a clock time anywhere, 18.30 and 18h30 only after "at". */
  private static boolean exact(Matcher match, boolean bare) {
    return match.group(3) != null && (bare || match.group(2).equals(":"));
  }

  private static boolean ends(Line line, int at) {
    String word = line.word(at);
    boolean colon = word.equals(":") && !Character.isDigit(first(line.word(at + 1)));
    return word.isEmpty()
        || colon
        || !Character.isLetterOrDigit(word.charAt(0)) && "%/-+:".indexOf(word.charAt(0)) < 0
        || AFTER_AN_HOUR.contains(word)
        || Words.REQUEST_VERBS.contains(word)
        || word.length() > 1 && TimeZones.at(line, at).isPresent();
  }

  private static char first(String word) {
    return word.isEmpty() ? ' ' : word.charAt(0);
  }

  private static Optional<LocalTime> time(String hours, String minutes, @Nullable String half) {
    int hour = Integer.parseInt(hours);
    int minute = Integer.parseInt(minutes);
    if (minute > 59 || hour > 24 || hour == 24 && (minute > 0 || half != null)) {
      return Optional.empty();
    }
    if (half == null) {
      return Optional.of(LocalTime.of(hour % 24, minute));
    }
    return hour < 1 || hour > 12
        ? Optional.empty()
        : Optional.of(LocalTime.of(hour % 12 + (half.startsWith("p") ? 12 : 0), minute));
  }

  /** "half past nine", "quarter to 5", "ten to six", "nine o'clock", "nine thirty". */
  private static Optional<Clock> spoken(Line line, int at, boolean bare) {
    int first = line.word(at).equals("a") && line.word(at + 1).equals("quarter") ? at + 1 : at;
    var minutes = minutes(line, first);
    if (minutes.isPresent()) {
      int next = first + minutes.get().words();
      next = MINUTES.contains(line.word(next)) ? next + 1 : next;
      String side = line.word(next);
      var hour = SIDES.contains(side) ? hour(line, next + 1) : none();
      boolean counted = Character.isDigit(line.word(first).charAt(0)) && next == first + 1 && !bare;
      if (hour.isPresent() && !counted) {
        int offset = Integer.parseInt(minutes.get().digits());
        return Optional.of(
            beside(hour.get(), side.equals("past") ? offset : -offset, next + 1 - at));
      }
      if (bare && line.word(at).equals("half")) {
        return hour(line, at + 1).map(h -> beside(h, 30, 1));
      }
    }
    return bare || SURE.contains(line.word(at + 1)) ? whole(line, at) : Optional.empty();
  }

  private static Clock beside(Clock hour, int minutes, int before) {
    return new Clock(
        hour.time().plusMinutes(minutes), hour.zone(), hour.twelve(), hour.words() + before, null);
  }

  private static Optional<NumberWords.Number> minutes(Line line, int at) {
    return switch (line.word(at)) {
      case "half" -> Optional.of(new NumberWords.Number("30", 1));
      case "quarter" -> Optional.of(new NumberWords.Number("15", 1));
      default ->
          NumberWords.at(line, at)
              .filter(n -> n.digits().length() <= 2 && Integer.parseInt(n.digits()) < 60);
    };
  }

  /** The hour after "past": in digits or words, with its half of the day. */
  private static Optional<Clock> hour(Line line, int at) {
    String word = line.word(at);
    if (NAMED.containsKey(word)) {
      return Optional.of(new Clock(NAMED.get(word), 1));
    }
    var digits = CLOCK.matcher(word);
    if (digits.matches() && digits.group(3) == null) {
      return clock(line, at, digits, true);
    }
    return NumberWords.at(line, at).filter(n -> n.words() == 1).flatMap(n -> whole(line, at));
  }

  /** "nine", "nine am", "nine thirty", where an hour is expected. */
  private static Optional<Clock> whole(Line line, int at) {
    var number = NumberWords.at(line, at).filter(n -> n.words() == 1);
    if (number.isEmpty() || number.get().digits().length() > 2) {
      return Optional.empty();
    }
    if (Character.isDigit(line.word(at).charAt(0)) && !SURE.contains(line.word(at + 1))) {
      return Optional.empty();
    }
    var more = NumberWords.at(line, at + 1).filter(n -> n.digits().length() == 2);
    int words = 1 + more.map(NumberWords.Number::words).orElse(0);
    String half = HALF.matcher(line.word(at + words)).matches() ? line.word(at + words) : null;
    int all = words + (half != null || SURE.contains(line.word(at + words)) ? 1 : 0);
    if (all == 1 && !ends(line, at + 1)) {
      return Optional.empty();
    }
    boolean twelve = half == null;
    return time(number.get().digits(), more.map(NumberWords.Number::digits).orElse("0"), half)
        .map(t -> new Clock(t, null, twelve && t.getHour() <= 12, all, null));
  }
}
