package dev.parley.cli;

import dev.parley.training.ModelManifest;
import dev.parley.training.ModelStore;
import dev.parley.training.UnusableModelException;
import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists the versions of a model, and chooses one. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = {"Lists the versions under models/, and chooses the one that is used.", ""},
    footer = {"", "Examples:", "  parley models list", "  parley models use 2026-01-31-0a1b2c3d"})
final class ModelsCommand implements Runnable {
  @ParentCommand private ParleyCommand parley = Unset.value();
  @Spec private CommandSpec spec = Unset.value();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: list, or use VERSION.");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists them, newest first.")
  int list() {
    var store = store();
    var versions = store.list();
    var chosen = store.chosen();
    for (ModelManifest model : versions) {
      parley
          .around
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%-22s %s  %5d examples  %3d intents  right %5.1f %%%s",
                  model.version(),
                  model.created(),
                  model.examples(),
                  model.intents(),
                  100 * model.scores().accuracy(),
                  chosen.filter(model.version()::equals).isPresent() ? "  (chosen)" : ""));
    }
    if (versions.isEmpty()) {
      parley.around.err().println("There are no models yet. Make one with: parley train");
    }
    return 0;
  }

  @Command(
      name = "use",
      mixinStandardHelpOptions = true,
      description = "Uses a version from the next start on, until something is trained again.")
  int use(
      @Parameters(paramLabel = "VERSION", description = "As models list prints it.")
          String version) {
    try {
      store().use(version);
    } catch (UnusableModelException e) {
      throw Complaint.failed(String.valueOf(e.getMessage()));
    }
    parley.around.out().println("Version " + version + " is used from the next start on.");
    return 0;
  }

  private ModelStore store() {
    return new ModelStore(parley.places().home().resolve("models"), Clock.systemUTC());
  }
}
