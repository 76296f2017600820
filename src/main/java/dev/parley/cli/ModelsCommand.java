package dev.parley.cli;

import dev.parley.intent.NearNames;
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
    footer = {
      "",
      "Examples:",
      "  parley models list",
      "  parley models use 2026-01-31-0a1b2c3d",
      "  parley models diff 2026-01-30-77ce3cdd 2026-01-31-0a1b2c3d",
      "  parley models back"
    })
final class ModelsCommand implements Runnable {
  @ParentCommand private ParleyCommand parley = Unset.value();
  @Spec private CommandSpec spec = Unset.value();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: list, use VERSION, diff A B, or back.");
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
                  mark(model, chosen.filter(model.version()::equals).isPresent())));
      model.reasons().forEach(reason -> parley.around.out().println("    " + reason));
    }
    if (versions.isEmpty()) {
      parley.around.err().println("There are no models yet. Make one with: parley train");
    }
    return 0;
  }

  @Command(
      name = "use",
      mixinStandardHelpOptions = true,
      description = "Uses a version, until something is trained again.")
  int use(
      @Parameters(paramLabel = "VERSION", description = "As models list prints it.")
          String version) {
    try {
      store().use(version, by());
    } catch (UnusableModelException e) {
      throw Complaint.failed(String.valueOf(e.getMessage()));
    }
    used(version);
    return 0;
  }

  @Command(
      name = "back",
      mixinStandardHelpOptions = true,
      description = "Goes back one step: to the version that was used before.")
  int back() {
    try {
      used(
          store()
              .back(by())
              .orElseThrow(() -> Complaint.failed("There is no version to go back to.")));
    } catch (UnusableModelException e) {
      throw Complaint.failed(String.valueOf(e.getMessage()));
    }
    return 0;
  }

  private void used(String version) {
    parley
        .around
        .out()
        .println("Version " + version + " is used; a running server takes it up in some seconds.");
  }

  @Command(
      name = "diff",
      mixinStandardHelpOptions = true,
      description = "Tells what is different between two versions.")
  int diff(
      @Parameters(paramLabel = "A", description = "The one before.") String before,
      @Parameters(paramLabel = "B", description = "The other.") String after) {
    new ModelDifferences(parley.around.out()).print(named(before), named(after));
    return 0;
  }

  private ModelManifest named(String version) {
    var versions = store().list();
    var names = versions.stream().map(ModelManifest::version).toList();
    return versions.stream()
        .filter(model -> model.version().equals(version))
        .findFirst()
        .orElseThrow(
            () ->
                Complaint.failed(
                    "There is no model "
                        + version
                        + ". "
                        + NearNames.didYouMean(
                            version, names, "List them with: parley models list.")));
  }

  private static String mark(ModelManifest model, boolean chosen) {
    return chosen ? "  (chosen)" : model.passes() ? "" : "  (not used)";
  }

  private static String by() {
    return String.valueOf(System.getProperty("user.name"));
  }

  private ModelStore store() {
    return new ModelStore(parley.places().home().resolve("models"), Clock.systemUTC());
  }
}
