package dev.parley.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a line as Ansible does: quotes hold words together, {@code #} begins a comment. */
final class IniWords {
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;

  private IniWords() {}

  /** The words, or empty when a quotation mark is never closed. */
  static Optional<List<String>> split(String line) {
    return new IniWords().read(line);
  }

  private Optional<List<String>> read(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        boolean escaped = c == '\\' && quote == '"' && i + 1 < line.length();
        if (c == quote) {
          quote = 0;
        } else {
          word.append(escaped ? line.charAt(++i) : c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        inWord = true;
      } else if (Character.isWhitespace(c)) {
        end();
      } else if (c == '#' && !inWord) {
        break;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    end();
    return quote == 0 ? Optional.of(words) : Optional.empty();
  }

  private void end() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }
}
