package dev.parley.cli;

import dev.parley.intent.IntentReader;
import dev.parley.interchange.RasaExport;
import dev.parley.training.TrainingSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Takes what the home has to another program. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {"Takes what the home has to another program.", ""},
    footer = {"", "Examples:", "  parley export rasa ~/bot"})
final class ExportCommand implements Runnable {
  @ParentCommand private ParleyCommand parley = Unset.value();
  @Spec private CommandSpec spec = Unset.value();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to write: rasa DIR.");
  }

  @Command(
      name = "rasa",
      mixinStandardHelpOptions = true,
      description = {
        "Writes a Rasa project: data/nlu.yml with all examples, data/rules.yml, and domain.yml with"
            + " a form for each intent that asks for something. Actions stay here.",
        ""
      },
      footer = {"", "Examples:", "  parley export rasa ~/bot"})
  int rasa(
      @Parameters(paramLabel = "DIR", description = "The folder to write to.") Path folder,
      @Option(names = "--force", description = "Write over files that are there.") boolean force) {
    var places = parley.places();
    var problems = parley.around.house().problems(places);
    if (!problems.isEmpty()) {
      ProblemList.print(problems, places.home(), parley.around.err());
      return Complaint.FAILED;
    }
    try {
      var examples = TrainingSet.read(places.home().resolve("training-data"));
      var catalog = IntentReader.read(places.home().resolve("intents")).catalog();
      var files = new TreeMap<Path, String>();
      RasaExport.files(catalog, examples)
          .forEach((file, content) -> files.put(folder.resolve(file), content));
      NewFiles.write(files, force);
      files.keySet().forEach(file -> parley.around.out().println("Wrote " + file));
      return 0;
    } catch (IOException e) {
      throw Complaint.usage("training-data cannot be read. Check its permissions.");
    }
  }
}
