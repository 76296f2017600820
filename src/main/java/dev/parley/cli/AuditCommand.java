package dev.parley.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Looks things up in the record. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {"Looks things up in the record of what was asked and done.", ""},
    footer = {
      "",
      "Examples:",
      "  parley audit search",
      "  parley audit search apache --since 2d",
      "  parley audit search jason --since 2026-01-31T18:00:00Z --limit 20 --json"
    })
final class AuditCommand implements Runnable {
  @ParentCommand private ParleyCommand parley = Unset.value();
  @Spec private CommandSpec spec = Unset.value();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: search [TEXT].");
  }

  @Command(
      name = "search",
      mixinStandardHelpOptions = true,
      description = "Prints the newest entries that fit, newest last.")
  int search(
      @Parameters(
              paramLabel = "TEXT",
              arity = "0..1",
              defaultValue = "",
              description = "Only entries that hold this, without case.")
          String text,
      @Option(
              names = "--since",
              paramLabel = "WHEN",
              description =
                  "Only entries from then on: an instant, a day, or an age such as 90m, 12h, 7d.")
          @Nullable String since,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "100",
              description = "How many at most (${DEFAULT-VALUE}).")
          int limit,
      @Option(names = "--json", description = "Print a JSON array.") boolean json) {
    if (limit < 1 || limit > 10_000) {
      throw Complaint.usage("--limit is " + limit + ". Give a number from 1 to 10000.");
    }
    var from = since == null ? Instant.EPOCH : Since.parse(since, Clock.systemDefaultZone());
    find(text, from, limit, json);
    return 0;
  }

  private void find(String text, Instant since, int limit, boolean json) {
    var places = parley.places();
    var run = RunningServer.find(places);
    if (run.isPresent()) {
      var path = "/api/v1/audit?limit=" + limit + "&since=" + since + "&text=" + Api.encoded(text);
      print(parley.meeting().own(places, run.get()).get(path, new TypeReference<>() {}), json);
      return;
    }
    parley
        .around
        .house()
        .inside(
            places,
            parley.simulate,
            talk -> {
              print(talk.record(text, since, limit), json);
              return 0;
            });
  }

  private void print(List<Map<String, Object>> entries, boolean json) {
    if (json) {
      try {
        parley
            .around
            .out()
            .println(Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entries));
      } catch (IOException e) {
        throw new IllegalStateException("Strings can be written as JSON.", e);
      }
      return;
    }
    entries.forEach(entry -> parley.around.out().println(line(entry)));
  }

  private static String line(Map<String, Object> entry) {
    var rest =
        entry.entrySet().stream()
            .filter(field -> !List.of("at", "event", "person").contains(field.getKey()))
            .filter(field -> !String.valueOf(field.getValue()).isEmpty())
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining(" "));
    return "%s  %s  %s  %s"
        .formatted(entry.get("at"), entry.get("person"), entry.get("event"), rest);
  }
}
