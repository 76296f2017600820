package dev.parley.cli;

import dev.parley.audit.EventKind;
import dev.parley.audit.Wanted;
import dev.parley.intent.NearNames;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which entries of the record. */
final class RecordOptions {
  @Option(
      names = "--person",
      paramLabel = "NAME",
      description = "Only what concerns this person, as permissions.yml names them.")
  private @Nullable String person;

  @Option(
      names = "--intent",
      paramLabel = "INTENT",
      description = "Only what is about this intent.")
  private @Nullable String intent;

  @Option(
      names = "--kind",
      paramLabel = "EVENT",
      description = "Only this kind of event, e.g. action_started.")
  private @Nullable String kind;

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description = "Only from then on: an instant, a day, or an age such as 90m, 12h, 7d.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "WHEN", description = "Only before then.")
  private @Nullable String until;

  Wanted wanted(String text) {
    return new Wanted(
        text,
        person == null ? "" : person,
        intent == null ? "" : intent,
        kind(),
        time("--since", since, Wanted.ALL.since()),
        time("--until", until, Wanted.ALL.until()));
  }

  private String kind() {
    if (kind == null) {
      return "";
    }
    return EventKind.stored(kind)
        .orElseThrow(
            () -> {
              var near = NearNames.of(kind, EventKind.all());
              return Complaint.usage(
                  "--kind "
                      + kind
                      + " is no kind of event. "
                      + (near.isEmpty()
                          ? "There are " + String.join(", ", EventKind.all()) + "."
                          : "Did you mean " + near.get(0) + "?"));
            });
  }

  private static Instant time(String option, @Nullable String given, Instant otherwise) {
    return given == null ? otherwise : Since.parse(option, given, Clock.systemDefaultZone());
  }

  /** The same as a URL's query. */
  static String query(Wanted wanted) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("text", wanted.text());
    parameters.put("person", wanted.person());
    parameters.put("intent", wanted.intent());
    parameters.put("kind", wanted.kind().isEmpty() ? "" : EventKind.written(wanted.kind()));
    parameters.put("since", wanted.since().toString());
    parameters.put("until", wanted.until().toString());
    return parameters.entrySet().stream()
        .filter(parameter -> !parameter.getValue().isEmpty())
        .map(RecordOptions::pair)
        .collect(Collectors.joining("&"));
  }

  private static String pair(Map.Entry<String, String> parameter) {
    return parameter.getKey() + "=" + Api.encoded(parameter.getValue());
  }
}
