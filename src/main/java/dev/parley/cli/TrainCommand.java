package dev.parley.cli;

import dev.parley.training.ModelManifest;
import dev.parley.training.ModelStore;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Trains a model. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Learns from training-data/, writes a version under models/, and prints what changed. A"
          + " version that is worse than the one before is not used by itself.",
      ""
    },
    footer = {"", "Examples:", "  parley train", "  parley --home ~/ops train"})
final class TrainCommand implements Callable<Integer> {
  @ParentCommand private ParleyCommand parley = Unset.value();

  @Option(
      names = "--force",
      description = "Use the new version also where it is worse than the one before.")
  private boolean force;

  @Override
  public Integer call() {
    var places = parley.places();
    var problems = parley.around.house().problems(places);
    if (!problems.isEmpty()) {
      ProblemList.print(problems, places.home(), parley.around.err());
      return Complaint.FAILED;
    }
    var before = new ModelStore(places.home().resolve("models"), Clock.systemUTC()).latest();
    parley.around.err().println("Learning …");
    var model = parley.around.house().train(places, force);
    tell(model, before);
    verdict(model);
    return 0;
  }

  private void verdict(ModelManifest model) {
    var err = parley.around.err();
    var verdict = model.verdict();
    if (verdict == null) {
      return;
    }
    verdict.changed().forEach(line -> parley.around.out().println("  " + line));
    verdict.held().forEach(err::println);
    if (!verdict.passes()) {
      err.printf(
          "It is not used; %s reads on. Use it nevertheless with: parley models use %s%n",
          verdict.against(), model.version());
    }
  }

  private void tell(ModelManifest model, Optional<ModelManifest> before) {
    var out = parley.around.out();
    out.printf(
        "Version %s: %d examples of %d intents%n",
        model.version(), model.examples(), model.intents());
    before.ifPresent(
        old ->
            out.printf(
                "Before, version %s: %d examples of %d intents%n",
                old.version(), old.examples(), old.intents()));
    line("right intent", model.scores().accuracy(), before.map(b -> b.scores().accuracy()));
    line("right and acted on", model.scores().acted(), before.map(b -> b.scores().acted()));
    line(
        "wrong and acted on",
        model.scores().wronglyActed(),
        before.map(b -> b.scores().wronglyActed()));
    line("false starts", model.scores().falseStarts(), before.map(b -> b.scores().falseStarts()));
    line("false offers", model.scores().falseOffers(), before.map(b -> b.scores().falseOffers()));
  }

  private void line(String what, double now, Optional<Double> before) {
    var change =
        before.map(old -> String.format(Locale.ROOT, "  (%+.1f)", 100 * (now - old))).orElse("");
    parley
        .around
        .out()
        .println(String.format(Locale.ROOT, "  %-20s%6.1f %%", what, 100 * now) + change);
  }
}
