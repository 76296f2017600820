package dev.parley.cli;

import dev.parley.intent.Problem;
import dev.parley.interchange.RasaImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Brings what another program has. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {"Brings what another program has into the home.", ""},
    footer = {"", "Examples:", "  parley --home ~/ops import rasa ~/bot"})
final class ImportCommand implements Runnable {
  @ParentCommand private ParleyCommand parley = Unset.value();
  @Spec private CommandSpec spec = Unset.value();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to bring: rasa DIR.");
  }

  @Command(
      name = "rasa",
      mixinStandardHelpOptions = true,
      description = {
        "Brings a Rasa project: its examples, its domain, and its forms as intents with slots.",
        "",
        "Writes into intents/ and training-data/, and into inventory/ where nothing is yet. What"
            + " could not be carried over is listed at the end, with file and line.",
        ""
      },
      footer = {"", "Examples:", "  parley --home ~/ops import rasa ~/bot"})
  int rasa(
      @Parameters(paramLabel = "DIR", description = "The folder of the Rasa project.") Path folder,
      @Option(names = "--force", description = "Write over files that are there.") boolean force) {
    var places = parley.places();
    if (!Files.isDirectory(folder)) {
      throw Complaint.usage("There is no folder " + folder + ". Name that of a Rasa project.");
    }
    RasaImport.Result result;
    try {
      result = RasaImport.of(folder, places.home());
    } catch (IOException e) {
      throw Complaint.usage(folder + " cannot be read. Check its permissions.");
    }
    if (!result.problems().isEmpty()) {
      tell(result.problems());
      parley.around.err().println("Nothing was written.");
      return Complaint.FAILED;
    }
    NewFiles.write(result.files(), force);
    var out = parley.around.out();
    result.files().keySet().forEach(file -> out.println("Wrote " + shown(file)));
    if (!result.notes().isEmpty()) {
      out.println();
      out.println("Not carried over, or to be looked at:");
      tell(result.notes());
    }
    out.println();
    out.println("Now fill in the actions of the intents, and look: parley check");
    return 0;
  }

  private void tell(List<Problem> problems) {
    problems.stream()
        .map(p -> new Problem(shown(Path.of(p.file())).toString(), p.line(), p.what(), p.todo()))
        .forEach(parley.around.out()::println);
  }

  private static Path shown(Path file) {
    var here = Path.of("").toAbsolutePath();
    var whole = file.toAbsolutePath().normalize();
    return whole.startsWith(here) ? here.relativize(whole) : whole;
  }
}
