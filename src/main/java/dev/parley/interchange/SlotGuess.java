package dev.parley.interchange;

import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Guesses the type of a slot from what it is called and from the values that are known of it. */
final class SlotGuess {
  /** What people call things that have a type here. */
  private static final Map<String, SlotType> CALLED = new LinkedHashMap<>();

  /** A value that is of one type alone, to see what a regular expression finds. */
  private static final Map<SlotType, List<String>> SAMPLES = new LinkedHashMap<>();

  /**
   * Types that values tell by themselves, the narrowest first. The last takes any name of one word,
   * where a text would take the rest of the sentence.
   */
  private static final List<SlotType> TOLD_BY_VALUES =
      List.of(SlotType.COUNT, SlotType.IP, SlotType.URL, SlotType.PATH, SlotType.PROJECT);

  private static final Set<String> NUMBERS =
      Set.of(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve", "twenty", "thirty", "fifty");

  static {
    Arrays.stream(SlotType.values())
        .filter(type -> type != SlotType.TEXT && type != SlotType.STATE)
        .forEach(type -> CALLED.put(type.label(), type));
    called(SlotType.HOST, "server", "machine", "node", "hostname");
    called(SlotType.SERVICE, "daemon", "svc");
    called(SlotType.ENVIRONMENT, "env", "stage");
    called(SlotType.APPLICATION, "app");
    called(SlotType.DATABASE, "db");
    called(SlotType.COUNT, "number", "num", "amount", "quantity");
    called(SlotType.TIME, "date", "datetime", "day");
    called(SlotType.URL, "link", "website");
    called(SlotType.IP, "address_ip", "ip_address");
    called(SlotType.TICKET, "issue");
    SAMPLES.put(SlotType.COUNT, List.of("7", "42", "100"));
    SAMPLES.put(SlotType.IP, List.of("192.168.0.24", "10.0.0.1"));
    SAMPLES.put(SlotType.INCIDENT, List.of("INC-2041", "INC2041"));
    SAMPLES.put(SlotType.TICKET, List.of("OPS-17", "SHOP-1234"));
    SAMPLES.put(SlotType.VERSION, List.of("1.4.2", "v2.0.1"));
    SAMPLES.put(SlotType.URL, List.of("https://example.com/health"));
    SAMPLES.put(SlotType.PATH, List.of("/var/log/syslog"));
  }

  private SlotGuess() {}

  private static void called(SlotType type, String... names) {
    List.of(names).forEach(name -> CALLED.put(name, type));
  }

  /**
   * The type that fits.
   *
   * @param names what it is called: as slot, as entity
   * @param values that are known of it
   * @param expressions that find it
   */
  static SlotType of(
      Collection<String> names, Collection<String> values, Collection<String> expressions) {
    return names.stream()
        .flatMap(name -> byName(name, values).stream())
        .findFirst()
        .or(() -> byExpressions(expressions).filter(type -> fit(type, values)))
        .or(() -> byValues(values))
        .orElse(SlotType.TEXT);
  }

  /** By all of a name or, where values bear it out, by its last word or its first. */
  private static Optional<SlotType> byName(String name, Collection<String> values) {
    var words = name.toLowerCase(Locale.ROOT).split("[^a-z]+");
    var whole = Optional.ofNullable(CALLED.get(String.join("_", words)));
    return whole
        .filter(type -> fit(type, values))
        .or(
            () ->
                List.of(words[words.length - 1], words[0]).stream()
                    .filter(CALLED::containsKey)
                    .map(CALLED::get)
                    .filter(type -> !values.isEmpty() && fit(type, values))
                    .findFirst());
  }

  private static boolean fit(SlotType type, Collection<String> values) {
    return switch (type.kind()) {
      // relative times are read in many forms, which only reading tells
      case TIME, TEXT -> true;
      // what exists is what is named
      case CLOSED -> !values.isEmpty();
      case NUMBER, PATTERN -> values.stream().allMatch(value -> fits(type, value));
    };
  }

  private static Optional<SlotType> byValues(Collection<String> values) {
    return values.isEmpty()
        ? Optional.empty()
        : TOLD_BY_VALUES.stream()
            .filter(type -> values.stream().allMatch(value -> fits(type, value)))
            .findFirst();
  }

  private static boolean fits(SlotType type, String value) {
    boolean number =
        type.kind() == SlotType.Kind.NUMBER && NUMBERS.contains(value.toLowerCase(Locale.ROOT));
    return number || SlotForms.canonical(type, value).isPresent();
  }

  /** The type of which the expressions find a sample, when they find none of another. */
  private static Optional<SlotType> byExpressions(Collection<String> expressions) {
    for (String expression : expressions) {
      try {
        var pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
        var found =
            SAMPLES.entrySet().stream()
                .filter(
                    e -> e.getValue().stream().anyMatch(text -> pattern.matcher(text).matches()))
                .map(Map.Entry::getKey)
                .toList();
        if (found.size() == 1 || found.equals(List.of(SlotType.INCIDENT, SlotType.TICKET))) {
          return Optional.of(found.get(found.size() - 1));
        }
      } catch (PatternSyntaxException e) {
        // an expression of Python's that Java does not know tells nothing
        continue;
      }
    }
    return Optional.empty();
  }
}
