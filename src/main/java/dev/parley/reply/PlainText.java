package dev.parley.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Renders a reply for channels that have nothing but text. Choices are left to the channel. */
final class PlainText {
  private PlainText() {}

  static String of(Reply reply) {
    return reply.parts().stream()
        .map(PlainText::part)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String part(ReplyPart part) {
    if (part instanceof ReplyPart.Text text) {
      return text.text();
    }
    if (part instanceof ReplyPart.Confirmation confirmation) {
      return String.join("\n", confirmation.details()) + "\n" + confirmation.question();
    }
    if (part instanceof ReplyPart.Table table) {
      return table(table);
    }
    if (part instanceof ReplyPart.Code code) {
      return code.caption().isEmpty() ? code.text() : code.caption() + "\n" + code.text();
    }
    return "";
  }

  private static String table(ReplyPart.Table table) {
    var rows = new ArrayList<List<String>>();
    rows.add(table.header());
    rows.addAll(table.rows());
    int columns = table.header().size();
    int[] widths = new int[columns];
    for (var row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream()
        .map(row -> line(row, widths).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  private static String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString();
  }
}
