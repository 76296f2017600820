package dev.parley.action;

import dev.parley.intent.Outcome.TargetResult;
import dev.parley.intent.Proposal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that the targets of an execution said: long output from its file. */
public final class WholeOutput {
  private final List<Part> parts;

  private WholeOutput(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** What one target said: in a file when that is not null. */
  private record Part(String target, @Nullable Path file, String text) {
    boolean isEmpty() {
      return file == null && text.isEmpty();
    }
  }

  /**
   * What an execution said.
   *
   * @param target of which target; null for all of them
   */
  public static WholeOutput of(Execution execution, @Nullable String target, OutputFiles files) {
    var parts = new ArrayList<Part>();
    targets(execution)
        .filter(name -> target == null || target.equals(name))
        .forEach(name -> parts.add(part(execution, name, files)));
    return new WholeOutput(parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  /** While it runs nobody has answered yet, but some may have said much. */
  private static Stream<String> targets(Execution execution) {
    var outcome = execution.outcome();
    return outcome == null
        ? execution.proposal().targets().stream().map(Proposal.Target::name)
        : outcome.results().stream().map(TargetResult::target);
  }

  private static Part part(Execution execution, String target, OutputFiles files) {
    var outcome = execution.outcome();
    var said =
        outcome == null
            ? ""
            : outcome.results().stream()
                .filter(result -> result.target().equals(target))
                .map(TargetResult::output)
                .findFirst()
                .orElse("");
    return new Part(target, files.find(execution.id(), target).orElse(null), said);
  }

  /** Whether nothing was said, or nothing of it is kept any more. */
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Writes it as text; of several targets each under its name. */
  public void writeTo(OutputStream out) throws IOException {
    for (var part : parts) {
      if (parts.size() > 1) {
        write(out, "==> " + part.target() + " <==\n");
      }
      if (part.file() == null) {
        write(out, part.text().endsWith("\n") ? part.text() : part.text() + "\n");
      } else {
        Files.copy(part.file(), out);
      }
      if (parts.size() > 1) {
        write(out, "\n");
      }
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
