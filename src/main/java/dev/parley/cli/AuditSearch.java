package dev.parley.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parley.audit.Wanted;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Looks things up in the record. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Prints the newest entries that fit, newest last.")
final class AuditSearch implements Callable<Integer> {
  private static final List<String> APART = List.of("at", "event", "person", "number", "hash");

  @ParentCommand private AuditCommand audit = Unset.value();
  @Mixin private RecordOptions which = new RecordOptions();

  @Parameters(
      paramLabel = "TEXT",
      arity = "0..1",
      defaultValue = "",
      description = "Only entries that hold this, without case.")
  private String text = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many at most (${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  @Override
  public Integer call() {
    if (limit < 1 || limit > 10_000) {
      throw Complaint.usage("--limit is " + limit + ". Give a number from 1 to 10000.");
    }
    var wanted = which.wanted(text);
    return new RecordDoor(audit.parley)
        .open(
            server -> print(server.get(path(wanted), new TypeReference<>() {})),
            book -> print(book.search(wanted, limit)));
  }

  private String path(Wanted wanted) {
    return "/api/v1/audit?limit=" + limit + "&" + RecordOptions.query(wanted);
  }

  private int print(List<Map<String, Object>> entries) {
    var out = audit.parley.around.out();
    if (json) {
      try {
        out.println(Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entries));
      } catch (IOException e) {
        throw new IllegalStateException("Strings can be written as JSON.", e);
      }
    } else {
      entries.forEach(entry -> out.println(line(entry)));
    }
    return 0;
  }

  private static String line(Map<String, Object> entry) {
    var rest =
        entry.entrySet().stream()
            .filter(field -> !APART.contains(field.getKey()))
            .filter(field -> !String.valueOf(field.getValue()).isEmpty())
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining(" "));
    return "%s  %s  %s  %s"
        .formatted(entry.get("at"), entry.get("person"), entry.get("event"), rest);
  }
}
