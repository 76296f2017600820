package dev.parley.channel.slack;

import java.util.ArrayList;
import java.util.List;

/** Writes text so that Slack shows it as it is: nothing in it mentions, links or formats. */
final class Mrkdwn {
  private static final String FENCE = "```";
  private static final String ZERO_WIDTH = "\u200b";

  private Mrkdwn() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** As it came, in one width; in pieces that are no longer than this. */
  static List<String> code(String text, int most) {
    var harmless = text.replace(FENCE, "`" + ZERO_WIDTH + "``");
    return pieces(harmless, most - 2 * FENCE.length()).stream()
        .map(piece -> FENCE + escaped(piece) + FENCE)
        .toList();
  }

  /**
   * Pieces that are no longer than this once they are escaped, cut between lines where it can be.
   */
  static List<String> pieces(String text, int most) {
    var pieces = new ArrayList<String>();
    int from = 0;
    while (from < text.length()) {
      int to = end(text, from, most);
      pieces.add(text.substring(from, to).stripTrailing());
      from = to < text.length() && text.charAt(to) == '\n' ? to + 1 : to;
    }
    return pieces.stream().filter(piece -> !piece.isEmpty()).toList();
  }

  private static int end(String text, int from, int most) {
    int length = 0;
    int line = -1;
    int at = from;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      length += width(point);
      if (length > most) {
        return line > from ? line : Math.max(at, from + 1);
      }
      line = point == '\n' ? at : line;
      at += Character.charCount(point);
    }
    return at;
  }

  private static int width(int point) {
    return switch (point) {
      case '&' -> 5;
      case '<', '>' -> 4;
      default -> Character.charCount(point);
    };
  }
}
