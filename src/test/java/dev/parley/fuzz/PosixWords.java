package dev.parley.fuzz;

import java.util.ArrayList;
import java.util.List;

/** The words that a POSIX shell makes of a line in which everything is plain or quoted. */
final class PosixWords {
  private static final String SPECIAL = "|&;<>()$`\"*?[#~=%{}! \t\n";

  private PosixWords() {}

  static List<String> of(String line) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean begun = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ' ') {
        words.add(word.toString());
        word.setLength(0);
        begun = false;
        continue;
      }
      begun = true;
      if (c == '\'') {
        int end = line.indexOf('\'', i + 1);
        word.append(line, i + 1, end);
        i = end;
      } else if (c == '\\') {
        word.append(line.charAt(++i));
      } else {
        // these stand for themselves within a word
        Fuzzed.holds(SPECIAL.indexOf(c) < 0 || "%=".indexOf(c) >= 0, "%s is bare in: %s", c, line);
        word.append(c);
      }
    }
    Fuzzed.holds(begun, "The line ends in nothing: %s", line);
    words.add(word.toString());
    return words;
  }
}
