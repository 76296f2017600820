package dev.parley.cli;

import dev.parley.training.EvaluationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** What an evaluation has to reach. */
final class EvaluationBars {
  @Option(
      names = "--min-accuracy",
      paramLabel = "PART",
      description = "Exit with 1 below this accuracy, 0 to 1.")
  private double accuracy;

  @Option(
      names = "--min-accuracy-without-rejection",
      paramLabel = "PART",
      description = "Exit with 1 when fewer intents are told rightly, 0 to 1.")
  private double accuracyWithoutRejection;

  @Option(
      names = "--min-macro-f1",
      paramLabel = "PART",
      description = "Exit with 1 below this macro F1, 0 to 1.")
  private double macroF1;

  @Option(
      names = "--min-out-of-scope-recall",
      paramLabel = "PART",
      description = "Exit with 1 below this recall of what is out of scope, 0 to 1.")
  private double outOfScopeRecall;

  @Option(
      names = "--min-slot-f1",
      paramLabel = "PART",
      description = "Exit with 1 below this F1 of the slots, 0 to 1.")
  private double slotF1;

  /** A sentence for each that was not reached. */
  List<String> missed(EvaluationResult result) {
    var missed = new ArrayList<String>();
    check("accuracy", result.accuracy(), accuracy, missed);
    check(
        "accuracy without rejection",
        result.accuracyWithoutRejection(),
        accuracyWithoutRejection,
        missed);
    check("macro F1", result.macroF1(), macroF1, missed);
    check("recall of what is out of scope", result.outOfScopeRecall(), outOfScopeRecall, missed);
    var slots = result.slots();
    check("F1 of the slots", slots == null ? 0 : slots.all().f1(), slotF1, missed);
    return missed;
  }

  private static void check(String what, double reached, double least, List<String> missed) {
    // A figure that could not be computed is not reached either.
    if (!(reached >= least)) {
      missed.add(
          String.format(
              Locale.ROOT,
              "The %s is %.4f, and at least %.4f is asked for.",
              what,
              reached,
              least));
    }
  }
}
