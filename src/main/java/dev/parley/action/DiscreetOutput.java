package dev.parley.action;

import dev.parley.intent.Discretion;
import java.util.function.UnaryOperator;

/**
 * Takes secrets out of output as it comes. A line is passed on once it is whole, because half a
 * secret does not look like one; one that is very long is passed on in pieces.
 */
final class DiscreetOutput {
  private static final int LONGEST_LINE = 8 * 1024;

  /** As many words as "secret key = …" has. */
  private static final int HELD_BACK = 4;

  private final UnaryOperator<String> veil;
  private final StringBuilder line = new StringBuilder();
  private boolean withinKey;

  /**
   * @param veil takes secrets out of some text
   */
  DiscreetOutput(UnaryOperator<String> veil) {
    this.veil = veil;
  }

  /** What can be shown of it and of what came before. */
  String next(String text) {
    line.append(text);
    int whole = line.lastIndexOf("\n") + 1;
    if (whole == 0 && line.length() < LONGEST_LINE) {
      return "";
    }
    int length = whole == 0 ? piece() : whole;
    var ready = line.substring(0, length);
    line.delete(0, length);
    return covered(ready);
  }

  /** So much of a long line that its cut goes neither through a secret nor through its lead. */
  private int piece() {
    int cut = 0;
    int words = 0;
    for (int end = line.length(); end > 0 && words < HELD_BACK; end--) {
      if (Character.isWhitespace(line.charAt(end - 1))) {
        cut = end;
        words++;
      }
    }
    return cut == 0 ? line.length() : cut;
  }

  /** What is left when nothing more comes. */
  String end() {
    var rest = line.toString();
    line.setLength(0);
    return covered(rest);
  }

  private String covered(String text) {
    if (!withinKey && !text.contains(Discretion.KEY_BEGINS)) {
      return veil.apply(text);
    }
    var shown = new StringBuilder();
    for (var each : text.split("(?<=\n)", -1)) {
      shown.append(keyLine(each));
    }
    return shown.toString();
  }

  /** Of a private key only that it was there. */
  private String keyLine(String each) {
    if (withinKey) {
      withinKey = !each.contains(Discretion.KEY_ENDS);
      return "";
    }
    withinKey =
        each.contains(Discretion.KEY_BEGINS)
            && each.contains("PRIVATE KEY")
            && !each.contains(Discretion.KEY_ENDS);
    var told = veil.apply(each);
    return withinKey && !told.endsWith("\n") ? told + "\n" : told;
  }
}
