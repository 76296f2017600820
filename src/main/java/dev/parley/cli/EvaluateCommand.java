package dev.parley.cli;

import dev.parley.training.Evaluation;
import dev.parley.training.EvaluationResult;
import dev.parley.training.ModelScores;
import dev.parley.understanding.Encoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures understanding. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how well messages are understood: with --train and --test on those examples alone,"
          + " else on the home's own, by cross-validation.",
      "",
      "Examples are Rasa NLU YAML (a file or a folder), or CSV with a header text,intent. The intent"
          + " out_of_scope means none of them.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley evaluate",
      "  parley evaluate --train train.csv --test test.csv --json scores.json",
      "  parley evaluate --train train.yml --test test.yml --min-accuracy 0.95"
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  @ParentCommand private ParleyCommand parley = Unset.value();

  @Option(names = "--train", paramLabel = "PATH", description = "Learn from these examples.")
  private @Nullable Path train;

  @Option(names = "--test", paramLabel = "PATH", description = "Measure on these examples.")
  private @Nullable Path test;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the scores there as JSON.")
  private @Nullable Path json;

  @Option(
      names = "--min-accuracy",
      paramLabel = "PART",
      description = "Exit with 1 below this accuracy, 0 to 1.")
  private double minAccuracy;

  @Option(
      names = "--min-macro-f1",
      paramLabel = "PART",
      description = "Exit with 1 below this macro F1, 0 to 1.")
  private double minMacroF1;

  @Option(
      names = "--min-out-of-scope-recall",
      paramLabel = "PART",
      description = "Exit with 1 below this recall of what is out of scope, 0 to 1.")
  private double minOutOfScopeRecall;

  @Override
  public Integer call() {
    var pipeline = parley.around.environment().getOrDefault("PARLEY_PIPELINE", "full");
    if (!pipeline.equals("full")) {
      throw Complaint.usage("PARLEY_PIPELINE is " + pipeline + ". Set it to full, or unset it.");
    }
    if ((train == null) != (test == null)) {
      throw Complaint.usage("--train and --test belong together. Give both, or neither.");
    }
    var places = parley.places();
    return train == null || test == null
        ? crossValidated(parley.around.house().crossValidate(places))
        : measured(places, train, test);
  }

  private int measured(Places places, Path learnFrom, Path measureOn) {
    try (var encoder = Encoder.open(places.data().resolve("natives"))) {
      var result = Evaluation.run(learnFrom, measureOn, encoder);
      if (json != null) {
        JsonFile.write(json, result.toJson());
      }
      print(result);
      boolean enough =
          result.accuracy() >= minAccuracy
              && result.macroF1() >= minMacroF1
              && result.outOfScopeRecall() >= minOutOfScopeRecall;
      return enough ? 0 : Complaint.FAILED;
    } catch (IOException e) {
      throw Complaint.usage(
          e.getMessage() + " cannot be read. Check the names of --train and --test.");
    }
  }

  private void print(EvaluationResult result) {
    line("sentences", result.judged().size() + ", " + result.intents() + " intents");
    line("learnt in", "%.1f s".formatted(result.trainSeconds()));
    line("accuracy", percent(result.accuracy()));
    line("  without rejection", percent(result.accuracyWithoutRejection()));
    line("macro F1", percent(result.macroF1()));
    line("out of scope, recall", percent(result.outOfScopeRecall()));
    line("  precision", percent(result.outOfScopePrecision()));
    line(
        "a sentence takes",
        String.format(
            Locale.ROOT,
            "%.1f ms, at most %.1f (99 %%)",
            result.millisAt(0.5),
            result.millisAt(0.99)));
    var errors = result.errors();
    if (!errors.isEmpty()) {
      parley.around.out().println("The most confident of " + errors.size() + " mistakes:");
    }
    errors.stream()
        .limit(SHOWN)
        .forEach(
            error ->
                parley
                    .around
                    .out()
                    .println(
                        "  \""
                            + error.text()
                            + "\" is "
                            + error.expected()
                            + ", taken for "
                            + error.best()));
  }

  private int crossValidated(ModelScores scores) {
    if (json != null) {
      JsonFile.write(json, scores);
    }
    line("right intent", percent(scores.accuracy()));
    line("right and acted on", percent(scores.acted()));
    line("wrong and acted on", percent(scores.wronglyActed()));
    line("false starts", percent(scores.falseStarts()));
    line("false offers", percent(scores.falseOffers()));
    return scores.accuracy() >= minAccuracy ? 0 : Complaint.FAILED;
  }

  private void line(String what, String value) {
    parley.around.out().println(String.format(Locale.ROOT, "%-22s%s", what, value));
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * part);
  }
}
