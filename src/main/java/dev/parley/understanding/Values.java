package dev.parley.understanding;

import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/** Finds values that have a form of their own: addresses, paths, numbers with a unit … */
final class Values {
  private static final Map<SlotType, Pattern> LOOKS = new TreeMap<>();
  private static final Pattern FILE =
      Pattern.compile(
          "(?i).*\\.(?:log|conf|cfg|cnf|ini|ya?ml|txt|sh|bash|py|pl|js|ts|json|html?|css|gz|zip|tar|tgz|php|java|jar|war"
              + "|md|xml|rb|service|socket|timer|csv|sql|pem|crt|key|deb|rpm|so|exe|png|jpe?g|pdf|bak|old|out|err)");
  private static final Pattern PROTOCOL =
      Pattern.compile("(?i)(\\d{1,5})/(?:tcp|udp)|(?:tcp|udp)[/:](\\d{1,5})|:(\\d{1,5})");
  private static final Pattern DASHED = Pattern.compile("-(\\d{1,5})");

  static {
    LOOKS.put(
        SlotType.IP,
        Pattern.compile(
            "[0-9.]+\\.[0-9.]+(?:/\\d+)?|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(?:/\\d+)?"));
    LOOKS.put(SlotType.PATH, Pattern.compile("/.*"));
    LOOKS.put(
        SlotType.URL,
        Pattern.compile(
            "(?i).*://.*|(?:(?:[a-z0-9-]+\\.)+[a-z]{2,}|[a-z0-9][a-z0-9.-]*(?=:\\d))(?::\\d{1,5})?/.*"));
    LOOKS.put(SlotType.INCIDENT, Pattern.compile("(?i)inc-?\\d+"));
    LOOKS.put(SlotType.DOMAIN, Pattern.compile("(?i)(?:[a-z0-9_-]+\\.)+[a-z][a-z0-9-]*[a-z]\\.?"));
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
    return port(line, start)
        .or(() -> dashed(line, start))
        .or(() -> recordType(line, start))
        .or(() -> formed(line, start));
  }

  /** The values that one word has the form of. */
  Optional<Mention> formed(Line line, int start) {
    if (line.tokens().get(start).plain()) {
      return Optional.empty();
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
    boolean file = type == SlotType.DOMAIN && isFile(word);
    return pattern != null && !file && pattern.matcher(word).matches();
  }

  /** Whether a word with a dot in it names a file, and no domain. */
  static boolean isFile(String word) {
    return FILE.matcher(word).matches();
  }

  private Optional<Mention> number(Line line, int start, NumberWords.Number number) {
    int next = start + number.words();
    return NumberRoles.type(line, start, next)
        .flatMap(type -> of(type, line, start, number.words(), number.digits()));
  }

  /** "443/tcp", ":8080", "the https port". */
  private Optional<Mention> port(Line line, int start) {
    var named = NumberRoles.namedPort(line, start);
    if (named.isPresent()) {
      return of(SlotType.PORT, line, start, 1, named.get());
    }
    var protocol = PROTOCOL.matcher(line.word(start));
    if (!protocol.matches()) {
      return Optional.empty();
    }
    for (int group = 1; group <= protocol.groupCount(); group++) {
      if (protocol.group(group) != null) {
        return of(SlotType.PORT, line, start, 1, protocol.group(group));
      }
    }
    return Optional.empty();
  }

  /** The 50 of "tail -50". */
  private Optional<Mention> dashed(Line line, int start) {
    var dashed = DASHED.matcher(line.word(start));
    boolean tailed = dashed.matches() && line.word(start - 1).matches("tail|head|-n");
    if (!tailed || !types.contains(SlotType.LINES)) {
      return Optional.empty();
    }
    int from = line.tokens().get(start).start() + 1;
    var span = new Span(from, from + dashed.group(1).length());
    return RestOfRequest.entity(SlotType.LINES, line, span).map(Mention::of);
  }

  private Optional<Mention> recordType(Line line, int start) {
    return types.contains(SlotType.RECORD_TYPE)
        ? RecordTypes.at(line, start)
            .flatMap(f -> of(SlotType.RECORD_TYPE, line, start, f.words(), f.type()))
        : Optional.empty();
  }

  private Optional<Mention> of(SlotType type, Line line, int start, int words, String text) {
    return types.contains(type)
        ? SlotForms.canonical(type, text)
            .map(value -> Mention.of(entity(type, line, start, words, value)))
        : Optional.empty();
  }

  static Entity entity(SlotType type, Line line, int start, int words, String value) {
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
