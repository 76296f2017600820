package dev.parley.cli;

import dev.parley.training.ConfusionMatrix;
import dev.parley.training.LabelFigures;
import dev.parley.training.LearningCurve;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The pictures of an evaluation: a curve, and what was taken for what as a map of colours. */
final class EvaluationCharts {
  private static final int SHOWN = 30;
  private static final int WIDTH = 600;
  private static final int HEIGHT = 240;
  private static final int LEFT = 60;
  private static final int BOTTOM = 40;

  private EvaluationCharts() {}

  /** How the part that is told rightly grows with the examples. */
  static String curve(List<LearningCurve.Point> points) {
    double least = points.stream().mapToDouble(LearningCurve.Point::right).min().orElse(0);
    double floor = Math.floor(Math.max(0, least - 0.05) * 10) / 10;
    int most = points.stream().mapToInt(LearningCurve.Point::examples).max().orElse(1);
    var line = new StringBuilder();
    var marks = new StringBuilder();
    for (LearningCurve.Point point : points) {
      double x = LEFT + (double) (WIDTH - LEFT - 40) * point.examples() / Math.max(1, most);
      double y = 20 + (HEIGHT - BOTTOM - 20) * (1 - (point.right() - floor) / (1 - floor));
      line.append(number("%.1f,%.1f ", x, y));
      marks.append(number("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#2563a8\"/>", x, y));
      marks.append(
          number(
              "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%.1f %%</text>",
              x, y - 9, 100 * point.right()));
      marks.append(
          number(
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>",
              x, HEIGHT - 20, point.examples()));
    }
    return """
    <h2>With more examples</h2>
    <svg viewBox="0 0 %d %d" role="img" aria-label="Right intent by number of examples">
    <line x1="%d" y1="%d" x2="%d" y2="%d" stroke="currentColor"/>
    <line x1="%d" y1="10" x2="%d" y2="%d" stroke="currentColor"/>
    <text x="%d" y="24" text-anchor="end">100 %%</text>
    <text x="%d" y="%d" text-anchor="end">%s</text>
    <polyline points="%s" fill="none" stroke="#2563a8" stroke-width="2"/>
    %s
    <text x="%d" y="%d" text-anchor="middle">examples that were learnt from</text>
    </svg>
    """
        .formatted(
            WIDTH,
            HEIGHT,
            LEFT,
            HEIGHT - BOTTOM,
            WIDTH - 20,
            HEIGHT - BOTTOM,
            LEFT,
            LEFT,
            HEIGHT - BOTTOM,
            LEFT - 6,
            LEFT - 6,
            HEIGHT - BOTTOM,
            number("%.0f %%", 100 * floor),
            line.toString().strip(),
            marks,
            (LEFT + WIDTH) / 2,
            HEIGHT - 4);
  }

  /** What was expected, a row each, and what it was taken for. */
  static String confusions(ConfusionMatrix matrix) {
    var labels =
        matrix.labels().stream()
            .sorted(Comparator.comparingDouble(LabelFigures::f1))
            .limit(SHOWN)
            .map(LabelFigures::label)
            .sorted()
            .toList();
    var all = matrix.labels();
    var html = new StringBuilder("<h2>What was taken for what");
    html.append(all.size() > labels.size() ? " (the " + SHOWN + " weakest)" : "");
    html.append("</h2>\n<p>A row is what was meant, a column what it was taken for.</p>\n");
    html.append("<div class=\"heat\"><table>\n<tr><th></th>");
    labels.forEach(
        label ->
            html.append("<th><span>").append(EvaluationPage.escaped(label)).append("</span></th>"));
    html.append("</tr>\n");
    for (var row : labels) {
      int support =
          all.stream().filter(l -> l.label().equals(row)).mapToInt(LabelFigures::support).sum();
      html.append("<tr><th>").append(EvaluationPage.escaped(row)).append("</th>");
      labels.forEach(column -> html.append(cell(row, column, matrix.count(row, column), support)));
      html.append("</tr>\n");
    }
    return html.append("</table></div>\n").toString();
  }

  private static String cell(String row, String column, int count, int support) {
    if (count == 0) {
      return "<td></td>";
    }
    double part = support == 0 ? 0 : (double) count / support;
    // what is right is blue; what is wrong shows from the first one on
    var colour =
        row.equals(column)
            ? number("rgba(37,99,168,%.2f)", 0.15 + 0.5 * part)
            : number("rgba(200,60,40,%.2f)", Math.min(0.9, 0.2 + 2 * part));
    return "<td style=\"background:%s\">%d</td>".formatted(colour, count);
  }

  private static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
