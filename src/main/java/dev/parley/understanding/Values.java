package dev.parley.understanding;

import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds values that have a form of their own: addresses, paths, numbers with a unit … */
final class Values {
  private static final Set<String> BEFORE_COUNT =
      Set.of(
          "top",
          "first",
          "biggest",
          "largest",
          "busiest",
          "heaviest",
          "highest",
          "hungriest",
          "worst");
  private static final Set<String> AFTER_COUNT =
      Set.of(
          "process",
          "processes",
          "procs",
          "programs",
          "top",
          "biggest",
          "largest",
          "busiest",
          "heaviest",
          "highest",
          "hungriest",
          "worst",
          "most",
          "tasks",
          "entries",
          "results");

  private static final Map<SlotType, Pattern> LOOKS = new EnumMap<>(SlotType.class);

  static {
    LOOKS.put(
        SlotType.IP,
        Pattern.compile(
            "[0-9.]+\\.[0-9.]+(?:/\\d+)?|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(?:/\\d+)?"));
    LOOKS.put(SlotType.PATH, Pattern.compile("/.*"));
    LOOKS.put(SlotType.URL, Pattern.compile(".*://.*"));
    LOOKS.put(SlotType.INCIDENT, Pattern.compile("(?i)inc-?\\d+"));
    LOOKS.put(SlotType.DOMAIN, Pattern.compile("(?i)(?:[a-z0-9-]+\\.)+[a-z]{2,}"));
  }

  private final Set<SlotType> types;

  Values(Set<SlotType> types) {
    this.types = types;
  }

  Optional<Mention> at(Line line, int start) {
    var number = NumberWords.at(line, start);
    if (number.isPresent()) {
      return number(line, start, number.get());
    }
    String word = line.tokens().get(start).text();
    var readings = new ArrayList<Entity>();
    for (var type : LOOKS.keySet()) {
      if (types.contains(type) && looks(type, word)) {
        SlotForms.canonical(type, word)
            .ifPresent(value -> readings.add(entity(type, line, start, 1, value)));
      }
    }
    return readings.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mention(readings.get(0).start(), readings.get(0).end(), readings));
  }

  private static boolean looks(SlotType type, String word) {
    var pattern = LOOKS.get(type);
    return pattern != null && pattern.matcher(word).matches();
  }

  private Optional<Mention> number(Line line, int start, NumberWords.Number number) {
    int next = start + number.words();
    return type(line, start, next)
        .filter(types::contains)
        .flatMap(
            type ->
                SlotForms.canonical(type, number.digits())
                    .map(value -> Mention.of(entity(type, line, start, number.words(), value))));
  }

  private static Optional<SlotType> type(Line line, int start, int next) {
    String before = line.word(start - 1);
    String after = line.word(next);
    if (before.equals("port")) {
      return Optional.of(SlotType.PORT);
    }
    if (before.equals("pid") || before.equals("process")) {
      return Optional.of(SlotType.PID);
    }
    if (after.matches("lines?")) {
      return Optional.of(SlotType.LINES);
    }
    if (after.matches("replicas?|pods|copies|instances")) {
      return Optional.of(SlotType.REPLICAS);
    }
    if (after.matches("days?")) {
      return Optional.of(SlotType.DAYS);
    }
    boolean count = BEFORE_COUNT.contains(before) || AFTER_COUNT.contains(after);
    return count ? Optional.of(SlotType.COUNT) : Optional.empty();
  }

  private static Entity entity(SlotType type, Line line, int start, int words, String value) {
    String text = line.phrase(start, words);
    int from = line.tokens().get(start).start();
    return new Entity(
        type,
        null,
        text,
        from,
        from + text.length(),
        List.of(SlotValue.of(value, text)),
        List.of());
  }
}
