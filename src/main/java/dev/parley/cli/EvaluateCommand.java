package dev.parley.cli;

import dev.parley.training.CrossValidated;
import dev.parley.training.EvaluatedVectors;
import dev.parley.training.Evaluation;
import dev.parley.training.EvaluationResult;
import dev.parley.training.LearningCurve;
import dev.parley.training.MarkingFlaws;
import dev.parley.training.SlotEvaluation;
import dev.parley.training.TextVectors;
import dev.parley.training.TrainingSet;
import dev.parley.understanding.Encoder;
import dev.parley.understanding.Pipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "Examples are Rasa NLU YAML (a file or a folder), or CSV with a header text,intent. The"
          + " intent out_of_scope means none of them. PARLEY_PIPELINE chooses what is measured:"
          + " full, or light.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley evaluate --report understanding.html",
      "  parley evaluate --train train.csv --test test.csv --json scores.json",
      "  parley evaluate --train train.yml --test test.yml --min-accuracy 0.95"
    })
final class EvaluateCommand implements Callable<Integer> {
  @ParentCommand private ParleyCommand parley = Unset.value();

  @Option(names = "--train", paramLabel = "PATH", description = "Learn from these examples.")
  private @Nullable Path train;

  @Option(names = "--test", paramLabel = "PATH", description = "Measure on these examples.")
  private @Nullable Path test;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the scores there as JSON.")
  private @Nullable Path json;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a page with all tables there, as HTML.")
  private @Nullable Path report;

  @Mixin private EvaluationBars bars = new EvaluationBars();

  @Override
  public Integer call() {
    if ((train == null) != (test == null)) {
      throw Complaint.usage("--train and --test belong together. Give both, or neither.");
    }
    var text = new EvaluationText(parley.around.out());
    List<LearningCurve.Point> curve = List.of();
    EvaluationResult result;
    if (train == null || test == null) {
      var measured = crossValidated(text);
      result = measured.result();
      curve = measured.curve();
    } else {
      result = measured(train, test);
    }
    text.print(result);
    if (json != null) {
      JsonFile.write(json, result.toJson());
    }
    if (report != null) {
      TextFile.write(report, EvaluationPage.of(title(), result, curve, flaws()));
    }
    var missed = bars.missed(result);
    missed.forEach(parley.around.err()::println);
    return missed.isEmpty() ? 0 : Complaint.FAILED;
  }

  /** What is marked inconsistently in what was learnt from. */
  private List<MarkingFlaws.Flaw> flaws() {
    var learnt = train == null ? parley.places().home().resolve("training-data") : train;
    try {
      return MarkingFlaws.of(TrainingSet.read(learnt));
    } catch (IOException e) {
      // a home without examples has no flaws in them
      return List.of();
    }
  }

  private Pipeline pipeline() {
    var name = parley.around.environment().getOrDefault(Pipeline.VARIABLE, "");
    return name.isBlank()
        ? Pipeline.FULL
        : Pipeline.of(name)
            .orElseThrow(
                () ->
                    Complaint.usage(
                        "PARLEY_PIPELINE is " + name + ". Set it to full or light, or unset it."));
  }

  private String title() {
    return train == null || test == null
        ? "Cross-validation of " + parley.places().home()
        : "Learnt from " + train + ", measured on " + test;
  }

  private CrossValidated crossValidated(EvaluationText text) {
    var measured = parley.around.house().crossValidate(parley.places(), pipeline(), report != null);
    text.print(measured.scores());
    if (measured.reader() != null) {
      text.print(measured.reader());
    }
    return measured;
  }

  private EvaluationResult measured(Path learnFrom, Path measureOn) {
    try {
      var seen = TrainingSet.read(learnFrom);
      var unseen = TrainingSet.read(measureOn);
      if (pipeline() == Pipeline.LIGHT) {
        return Evaluation.run(seen, unseen, TextVectors.none())
            .with(SlotEvaluation.runLight(seen, unseen));
      }
      var data = parley.places().data();
      try (var encoder = Encoder.open(data.resolve("natives"))) {
        var vectors = EvaluatedVectors.of(encoder, learnFrom, data.resolve("vectors"));
        return Evaluation.run(seen, unseen, vectors)
            .with(SlotEvaluation.run(seen, unseen, encoder));
      }
    } catch (IOException e) {
      throw Complaint.usage(
          e.getMessage() + " cannot be read. Check the names of --train and --test.");
    }
  }
}
