package dev.parley.cli;

import dev.parley.training.ConfusionMatrix;
import dev.parley.training.ConfusionMatrix.Confusion;
import dev.parley.training.EvaluationResult;
import dev.parley.training.Judged;
import dev.parley.training.LabelFigures;
import dev.parley.training.LearningCurve;
import dev.parley.training.MarkingFlaws;
import dev.parley.training.SlotFigures;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What an evaluation found, as one HTML page that needs nothing else. */
final class EvaluationPage {
  private static final int CONFUSIONS = 50;
  private static final int ERRORS = 200;
  private static final int FEW = 15;
  private static final double ALIKE = 0.05;
  private static final String STYLE =
      """
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem;
        padding: 0 1rem; color: #1c2430; background: #fff; }
      h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
      table { border-collapse: collapse; width: 100%; }
      th, td { padding: .25rem .6rem; text-align: left; border-bottom: 1px solid #d8dee6; }
      td { overflow-wrap: anywhere; }
      td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
      .heat { overflow-x: auto; } .heat table { width: auto; font-size: 11px; }
      .heat th, .heat td { padding: 0; border: 1px solid #e3e8ee; text-align: center; }
      .heat td { width: 1.6rem; height: 1.4rem; min-width: 1.6rem; color: #1c2430; background: #fff; }
      .heat tr:first-child th { height: 11rem; vertical-align: bottom; }
      .heat tr:first-child span { writing-mode: vertical-rl; transform: rotate(180deg);
        white-space: nowrap; padding: .3rem 0; }
      .heat th:first-child { text-align: right; padding: 0 .4rem; white-space: nowrap; }
      svg { max-width: 40rem; width: 100%; height: auto; }
      svg text { font-size: 12px; fill: currentColor; }
      @media print { body { margin: 0; max-width: none; font-size: 11px; }
        h2 { break-after: avoid; } tr { break-inside: avoid; }
        .heat td { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
      @media (prefers-color-scheme: dark) {
        body { color: #dfe5ec; background: #14181d; } th, td { border-color: #333b45; } }
      """;

  private final StringBuilder html = new StringBuilder();

  /** Which columns of the table at hand hold numbers. */
  private boolean[] numeric = {};

  private EvaluationPage() {}

  static String of(String title, EvaluationResult result) {
    return of(title, result, List.of(), List.of());
  }

  /**
   * @param curve how it grew with the examples; empty where that was not measured
   * @param flaws what is marked inconsistently
   */
  static String of(
      String title,
      EvaluationResult result,
      List<LearningCurve.Point> curve,
      List<MarkingFlaws.Flaw> flaws) {
    return new EvaluationPage().page(title, result, curve, flaws);
  }

  private String page(
      String title,
      EvaluationResult result,
      List<LearningCurve.Point> curve,
      List<MarkingFlaws.Flaw> flaws) {
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
    html.append("<title>Understanding, measured</title>\n<style>\n").append(STYLE);
    html.append("</style>\n</head>\n<body>\n<h1>Understanding, measured</h1>\n<p>");
    html.append(escaped(title)).append("</p>\n");
    figures(result);
    var slots = result.slots();
    if (slots != null) {
      slots(slots);
    }
    if (!curve.isEmpty()) {
      html.append(EvaluationCharts.curve(curve));
    }
    var labels = result.confusions().labels();
    labels("Intents, the weakest first", labels);
    html.append(EvaluationCharts.confusions(result.confusions()));
    confusions(result.confusions().mistakes());
    alike(result.confusions().alike(ALIKE));
    few(labels);
    errors(result.errors());
    flaws(flaws);
    return html.append("</body>\n</html>\n").toString();
  }

  private void figures(EvaluationResult result) {
    begin("Figures", "Figure", "#Value");
    row("Sentences", "" + result.judged().size());
    row("Intents", "" + result.intents());
    row("Learnt in", number("%.1f s", result.trainSeconds()));
    row("Accuracy", percent(result.accuracy()));
    row("Accuracy without rejection", percent(result.accuracyWithoutRejection()));
    row("Macro F1", percent(result.macroF1()));
    if (result.foreign() > 0) {
      row("Out of scope", "" + result.foreign());
      row("Out of scope, recall", percent(result.outOfScopeRecall()));
      row("Out of scope, precision", percent(result.outOfScopePrecision()));
      result.auroc().ifPresent(auroc -> row("Out of scope, AUROC", number("%.3f", auroc)));
    }
    row("A sentence takes, median", number("%.1f ms", result.millisAt(0.5)));
    row("A sentence takes, 99th percentile", number("%.1f ms", result.millisAt(0.99)));
    end();
  }

  private void slots(SlotFigures slots) {
    begin("Slots", "Figure", "#Value");
    row("Precision", percent(slots.all().precision()));
    row("Recall", percent(slots.all().recall()));
    row("F1", percent(slots.all().f1()));
    row("Sentences of which all slots are right", percent(slots.wholeTexts()));
    end();
    labels("Each slot, the weakest first", slots.slots());
  }

  private void labels(String title, List<LabelFigures> labels) {
    begin(title, "Name", "#Precision", "#Recall", "#F1", "#Support");
    labels.stream()
        .sorted(Comparator.comparingDouble(LabelFigures::f1))
        .forEach(
            each ->
                row(
                    each.label(),
                    percent(each.precision()),
                    percent(each.recall()),
                    percent(each.f1()),
                    "" + each.support()));
    end();
  }

  private void confusions(List<Confusion> mistakes) {
    begin("Most often confused", "Expected", "Taken for", "#Times");
    mistakes.stream()
        .limit(CONFUSIONS)
        .forEach(each -> row(each.expected(), each.predicted(), "" + each.count()));
    end();
  }

  private void alike(List<ConfusionMatrix.Likeness> alike) {
    if (alike.isEmpty()) {
      return;
    }
    begin("Intents that are hard to tell apart", "One", "Other", "#Taken for each other");
    alike.stream()
        .limit(CONFUSIONS)
        .forEach(each -> row(each.one(), each.other(), percent(each.part())));
    end();
  }

  private void few(List<LabelFigures> labels) {
    var few = labels.stream().filter(each -> each.support() < FEW).toList();
    if (few.isEmpty()) {
      return;
    }
    begin("Intents with few examples", "Intent", "#Examples that were tried");
    few.stream()
        .sorted(Comparator.comparingInt(LabelFigures::support))
        .forEach(each -> row(each.label(), "" + each.support()));
    end();
  }

  private void flaws(List<MarkingFlaws.Flaw> flaws) {
    if (flaws.isEmpty()) {
      return;
    }
    begin(
        "Examples that are marked inconsistently (" + flaws.size() + ")",
        "Intent",
        "Words",
        "What",
        "Example",
        "Where");
    flaws.stream()
        .limit(ERRORS)
        .forEach(
            flaw ->
                row(
                    flaw.intent(),
                    flaw.words(),
                    flaw.what(),
                    flaw.example().text(),
                    java.nio.file.Path.of(flaw.example().file()).getFileName()
                        + ":"
                        + flaw.example().line()));
    end();
  }

  private void errors(List<Judged> errors) {
    begin(
        "Mistakes, the most confident first (" + errors.size() + ")",
        "Text",
        "Expected",
        "Taken for",
        "#Confidence");
    errors.stream()
        .limit(ERRORS)
        .forEach(
            each ->
                row(
                    each.text(),
                    each.expected(),
                    each.predicted(),
                    number("%.2f", each.confidence())));
    end();
  }

  /** Columns whose head begins with # hold numbers. */
  private void begin(String title, String... heads) {
    numeric = new boolean[heads.length];
    html.append("<h2>").append(escaped(title)).append("</h2>\n<table>\n<tr>");
    for (int i = 0; i < heads.length; i++) {
      numeric[i] = heads[i].startsWith("#");
      cell("th", numeric[i], numeric[i] ? heads[i].substring(1) : heads[i]);
    }
    html.append("</tr>\n");
  }

  private void row(String... cells) {
    html.append("<tr>");
    for (int i = 0; i < cells.length; i++) {
      cell("td", numeric[i], cells[i]);
    }
    html.append("</tr>\n");
  }

  private void cell(String tag, boolean number, String content) {
    html.append('<').append(tag).append(number ? " class=\"n\">" : ">");
    html.append(escaped(content)).append("</").append(tag).append('>');
  }

  private void end() {
    html.append("</table>\n");
  }

  private static String percent(double part) {
    return number("%.1f %%", 100 * part);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
