package dev.parley.intent;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a value of each slot type looks like, and its canonical form. Every way in (prose, exact
 * commands, files) checks its values here, so that the same text is a value everywhere or nowhere.
 */
public final class SlotForms {
  /** The whole numbers that a type takes, both ends included. */
  public record Range(long min, long max) {}

  private static final int LONGEST_TEXT = 4_000;
  private static final String WORD = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._+-]{0,63}";
  private static final String LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";
  private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");
  private static final Pattern NUMBERED =
      Pattern.compile("(?:([A-Za-z][A-Za-z0-9]{0,15}?)[ -]?|#)?(\\d{1,12})");

  private static final Map<SlotType, Range> RANGES = new EnumMap<>(SlotType.class);
  private static final Map<SlotType, Pattern> PATTERNS = new EnumMap<>(SlotType.class);
  private static final Map<SlotType, String> EXPECTED = new EnumMap<>(SlotType.class);

  static {
    RANGES.put(SlotType.COUNT, new Range(1, 1_000));
    RANGES.put(SlotType.PORT, new Range(1, 65_535));
    // Process 1 is the machine itself.
    RANGES.put(SlotType.PID, new Range(2, 4_194_304));
    RANGES.put(SlotType.REPLICAS, new Range(0, 1_000));
    RANGES.put(SlotType.DAYS, new Range(1, 3_650));
    RANGES.put(SlotType.LINES, new Range(1, 10_000));

    open(SlotType.DOMAIN, LABEL + "(?:\\." + LABEL + ")*\\.?", "a domain such as example.com");
    open(
        SlotType.URL,
        "(?:(?i:https?)://(?:"
            + LABEL
            + "(?:\\."
            + LABEL
            + ")*|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?"
            + "|(?:"
            + LABEL
            + "(?:\\."
            + LABEL
            + ")+(?::\\d{1,5})?|"
            + LABEL
            + ":\\d{1,5}))"
            + "(?:[/?#][^\\s\"'<>\\\\`{}|^]*)?",
        "a web address such as https://example.com/health");
    open(
        SlotType.PATH,
        "/(?!(?:.*/)?\\.\\.(?:/|$))[\\p{L}\\p{M}\\p{N}/._+@:,=%~#-]{0,1023}",
        "a path from the root such as /var/log, without ..");
    open(SlotType.VERSION, "[A-Za-z0-9][A-Za-z0-9._+-]{0,63}", "a version such as 1.4.2");
    open(
        SlotType.BRANCH,
        "(?!.*(?:\\.\\.|//|@\\{|/\\.))[A-Za-z0-9_][A-Za-z0-9._/#@+-]{0,127}(?<![./])",
        "a branch such as main or feature/login");
    open(
        SlotType.METRIC,
        "(?=.{1,128}$)[A-Za-z_][A-Za-z0-9_.:-]*(?: [A-Za-z0-9_.:-]+){0,5}",
        "a metric such as cpu_load");
    open(
        SlotType.ALERT,
        "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_.:#/%-]| (?! )){0,127}(?<! )",
        "the name of an alert");
    open(
        SlotType.CUSTOMER,
        "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._@+&'-]| (?! )){0,127}(?<! )",
        "the name or address of a customer");
    open(
        SlotType.PERSON,
        "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._@+'-]| (?! )){0,63}(?<! )",
        "a person's name");
    open(SlotType.PROJECT, WORD + "(?:/" + WORD + ")*", "the name of a project");
    open(SlotType.PRIORITY, "[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,31}", "a priority such as high");
    open(SlotType.RECORD_TYPE, "[A-Za-z][A-Za-z0-9]{0,9}", "a record type such as MX");
    EXPECTED.put(SlotType.TICKET, "a number such as OPS-12");
    EXPECTED.put(SlotType.INCIDENT, "a number such as INC-12");
    EXPECTED.put(SlotType.IP, "an IP address or a network such as 10.0.0.0/8");
    EXPECTED.put(SlotType.STATE, "on or off");
    EXPECTED.put(SlotType.TEXT, "one line of text of at most " + LONGEST_TEXT + " characters");
  }

  private SlotForms() {}

  private static void open(SlotType type, String pattern, String expected) {
    PATTERNS.put(type, Pattern.compile(pattern));
    EXPECTED.put(type, expected);
  }

  /**
   * The canonical form of a value, or empty when the text is no value of the type. Of a closed type
   * (other than state) only the look is judged: whether it exists is the inventory's to say.
   */
  public static Optional<String> canonical(SlotType type, String text) {
    var value = text.strip();
    if (value.isEmpty() || !printable(value)) {
      return Optional.empty();
    }
    if (type == SlotType.TEXT) {
      return Optional.of(unquoted(value)).filter(t -> t.length() <= LONGEST_TEXT);
    }
    if (value.startsWith("-")) {
      return Optional.empty();
    }
    return switch (type.kind()) {
      case NUMBER -> number(type, value);
      case TIME -> TimeForm.canonical(type, value);
      case CLOSED -> closed(type, value);
      case PATTERN, TEXT -> pattern(type, value);
    };
  }

  /** What a value of the type looks like, to finish "… must be": "a whole number from 1 to 10". */
  public static String expected(SlotType type) {
    return range(type)
        .map(range -> "a whole number from " + range.min() + " to " + range.max())
        .orElseGet(
            () ->
                type.kind() == SlotType.Kind.TIME
                    ? TimeForm.expected(type)
                    : EXPECTED.getOrDefault(type, "the name of a " + type.label()));
  }

  /** The range of a number type, empty for the others. */
  public static Optional<Range> range(SlotType type) {
    return Optional.ofNullable(RANGES.get(type));
  }

  /** Whether a text holds neither control nor invisible formatting characters nor line breaks. */
  public static boolean printable(String text) {
    return text.codePoints().noneMatch(SlotForms::hidden);
  }

  private static boolean hidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static Optional<String> number(SlotType type, String value) {
    var range = RANGES.get(type);
    if (range == null || !DIGITS.matcher(value).matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(value);
    return number < range.min() || number > range.max()
        ? Optional.empty()
        : Optional.of(Long.toString(number));
  }

  private static Optional<String> closed(SlotType type, String value) {
    if (type != SlotType.STATE) {
      return Optional.of(value);
    }
    return Optional.of(value.toLowerCase(Locale.ROOT)).filter(v -> v.matches("on|off"));
  }

  private static Optional<String> pattern(SlotType type, String value) {
    return switch (type) {
      case IP -> IpForm.canonical(value);
      case TICKET, INCIDENT -> numbered(value);
      case PERSON -> matching(type, value.startsWith("@") ? value.substring(1) : value);
      case RECORD_TYPE -> matching(type, value).map(v -> v.toUpperCase(Locale.ROOT));
      default -> matching(type, value);
    };
  }

  private static Optional<String> matching(SlotType type, String value) {
    var pattern = PATTERNS.get(type);
    return pattern != null && pattern.matcher(value).matches()
        ? Optional.of(value)
        : Optional.empty();
  }

  private static Optional<String> numbered(String value) {
    Matcher match = NUMBERED.matcher(value);
    if (!match.matches()) {
      return Optional.empty();
    }
    var series = match.group(1);
    return Optional.of(
        series == null ? match.group(2) : series.toUpperCase(Locale.ROOT) + "-" + match.group(2));
  }

  private static String unquoted(String value) {
    var text = value;
    while (text.length() > 2 && quoted(text)) {
      var inner = text.substring(1, text.length() - 1).strip();
      if (inner.isEmpty()) {
        return text;
      }
      text = inner;
    }
    return text;
  }

  private static boolean quoted(String text) {
    char open = text.charAt(0);
    char close = text.charAt(text.length() - 1);
    boolean pair =
        (open == '"' || open == '\'') && open == close
            || open == '\u201c' && close == '\u201d'
            || open == '\u2018' && close == '\u2019';
    var inner = text.substring(1, text.length() - 1);
    return pair && inner.indexOf(open) < 0 && inner.indexOf(close) < 0;
  }
}
