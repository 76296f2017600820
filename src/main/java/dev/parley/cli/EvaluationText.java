package dev.parley.cli;

import dev.parley.training.EvaluationResult;
import dev.parley.training.Judged;
import dev.parley.training.LabelFigures;
import dev.parley.training.ModelScores;
import dev.parley.training.ReaderFigures;
import dev.parley.training.SlotFigures;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What an evaluation found, for a terminal. */
final class EvaluationText {
  private static final int SHOWN = 10;

  private final PrintStream out;

  EvaluationText(PrintStream out) {
    this.out = out;
  }

  /** What the assistant would do with its own examples. */
  void print(ModelScores scores) {
    line("right intent", percent(scores.accuracy()));
    line("right and acted on", percent(scores.acted()));
    line("wrong and acted on", percent(scores.wronglyActed()));
    line("false starts", percent(scores.falseStarts()));
    line("false offers", percent(scores.falseOffers()));
    out.println();
  }

  /** What the assistant would do with a fifth of them that it never saw. */
  void print(ReaderFigures reader) {
    out.printf("The whole reader, with a fifth left out of all that is learnt%n");
    line("requests", String.valueOf(reader.requests()));
    line("  intent taken", percent(reader.intent()));
    line("  and all values", percent(reader.values()));
    line("requests with values", String.valueOf(reader.valued()));
    line("  all right, told intent", percent(reader.told()));
    line("negatives", String.valueOf(reader.negatives()));
    line("  taken for requests", percent(reader.started()));
    out.println();
    printMisread(reader.misread());
  }

  private void printMisread(List<ReaderFigures.Misread> misread) {
    if (misread.isEmpty()) {
      return;
    }
    out.printf("Some of %d messages of which values were misread%n", misread.size());
    int stride = Math.max(1, misread.size() / SHOWN);
    for (int i = 0; i < misread.size(); i += stride) {
      var message = misread.get(i);
      out.printf("  \"%s\" (%s)%n", message.text(), message.intent());
      out.printf("    means %s; read as %s%n", said(message.marked()), said(message.read()));
    }
    out.println();
  }

  private static String said(String values) {
    return values.isEmpty() ? "nothing" : values;
  }

  void print(EvaluationResult result) {
    line("sentences", result.judged().size() + ", " + result.intents() + " intents");
    line("learnt in", String.format(Locale.ROOT, "%.1f s", result.trainSeconds()));
    line("accuracy", percent(result.accuracy()));
    line("  without rejection", percent(result.accuracyWithoutRejection()));
    line("macro F1", percent(result.macroF1()));
    if (result.foreign() > 0) {
      line("out of scope, recall", percent(result.outOfScopeRecall()));
      line("  precision", percent(result.outOfScopePrecision()));
      result.auroc().ifPresent(auroc -> line("  AUROC", String.format(Locale.ROOT, "%.3f", auroc)));
    }
    var slots = result.slots();
    if (slots != null) {
      print(slots);
    }
    line(
        "a sentence takes",
        String.format(
            Locale.ROOT,
            "%.1f ms, at most %.1f (99 %%)",
            result.millisAt(0.5),
            result.millisAt(0.99)));
    printWorst("intents", result.confusions().labels());
    printConfusions(result);
    printErrors(result.errors());
  }

  private void print(SlotFigures slots) {
    line("slots, F1", percent(slots.all().f1()));
    line("  precision", percent(slots.all().precision()));
    line("  recall", percent(slots.all().recall()));
    line("  whole sentences", percent(slots.wholeTexts()));
    printWorst("slots", slots.slots());
  }

  private void printWorst(String what, List<LabelFigures> all) {
    var worst =
        all.stream()
            .filter(figures -> figures.f1() < 1)
            .sorted(Comparator.comparingDouble(LabelFigures::f1))
            .limit(SHOWN)
            .toList();
    if (worst.isEmpty()) {
      return;
    }
    out.printf(
        Locale.ROOT,
        "%n%-30s %9s %7s %6s %9s%n",
        "Weakest " + what,
        "precision",
        "recall",
        "F1",
        "sentences");
    for (LabelFigures figures : worst) {
      out.printf(
          Locale.ROOT,
          "  %-28s %9.1f %7.1f %6.1f %9d%n",
          figures.label(),
          100 * figures.precision(),
          100 * figures.recall(),
          100 * figures.f1(),
          figures.support());
    }
  }

  private void printConfusions(EvaluationResult result) {
    var mistakes = result.confusions().mistakes();
    if (!mistakes.isEmpty()) {
      out.printf("%nMost often confused%n");
    }
    mistakes.stream()
        .limit(SHOWN)
        .forEach(
            m -> out.printf("  %4d × %s, taken for %s%n", m.count(), m.expected(), m.predicted()));
  }

  private void printErrors(List<Judged> errors) {
    if (!errors.isEmpty()) {
      out.printf("%nThe most confident of %d mistakes%n", errors.size());
    }
    errors.stream()
        .limit(SHOWN)
        .forEach(
            error ->
                out.printf(
                    Locale.ROOT,
                    "  \"%s\" is %s, taken for %s (%.2f)%n",
                    error.text(),
                    error.expected(),
                    error.predicted(),
                    error.confidence()));
  }

  private void line(String what, String value) {
    out.printf(Locale.ROOT, "%-22s%s%n", what, value);
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * part);
  }
}
