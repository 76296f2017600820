package dev.parley.cli;

import dev.parley.intent.Intent;
import dev.parley.intent.IntentReader;
import dev.parley.intent.NearNames;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Begins something new in the home. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = {"Begins something new in the home.", ""},
    footer = {"", "Examples:", "  parley new intent temp_usage"})
final class NewCommand implements Runnable {
  @ParentCommand private ParleyCommand parley = Unset.value();
  @Spec private CommandSpec spec = Unset.value();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to begin: intent NAME.");
  }

  @Command(
      name = "intent",
      mixinStandardHelpOptions = true,
      description = {
        "Writes a commented intent file and examples, which are sound at once and do nothing until"
            + " you say what to run.",
        ""
      },
      footer = {"", "Examples:", "  parley new intent temp_usage"})
  int intent(
      @Parameters(paramLabel = "NAME", description = "Small letters and underscores.")
          String name) {
    var home = parley.places().home();
    if (!name.matches("[a-z][a-z0-9_]{0,63}")) {
      throw Complaint.usage("An intent is not named " + name + ". " + proposal(name));
    }
    var known =
        IntentReader.read(home.resolve("intents")).catalog().all().stream()
            .map(Intent::name)
            .toList();
    if (known.contains(name)) {
      throw Complaint.failed("There is an intent " + name + " already. Choose another name.");
    }
    Path intent = home.resolve("intents").resolve(name + ".yml");
    Path examples = home.resolve("training-data").resolve(name + ".yml");
    NewFiles.write(Map.of(intent, Skeleton.intent(name), examples, Skeleton.examples(name)), false);
    var out = parley.around.out();
    out.println("Wrote " + intent);
    out.println("Wrote " + examples);
    NearNames.of(name, known).stream()
        .findFirst()
        .ifPresent(
            near ->
                out.println(
                    "There is also "
                        + near
                        + ". If you meant that one, remove these two files again."));
    out.println("Edit both, and look: parley check");
    return 0;
  }

  private static String proposal(String name) {
    var better =
        name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^[_0-9]+|_+$", "");
    return better.isEmpty()
        ? "Use small letters, digits and underscores."
        : "Did you mean " + (better.length() > 64 ? better.substring(0, 64) : better) + "?";
  }
}
