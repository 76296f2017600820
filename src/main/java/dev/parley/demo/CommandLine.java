package dev.parley.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a received line into arguments by the quoting rules of a POSIX shell. There is nothing
 * else of a shell: whatever would mean more than itself to one is an error.
 */
final class CommandLine {
  private static final String SPECIAL = "|&;<>()$`*?[]{}!#~\n\r";
  private static final String ESCAPABLE_IN_DOUBLE_QUOTES = "$`\"\\";

  private final String line;
  private final List<String> arguments = new ArrayList<>();
  private @Nullable StringBuilder word;
  private int at;

  private CommandLine(String line) {
    this.line = line;
  }

  /** The line is not a plain list of arguments. */
  static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    SyntaxException(String message) {
      super(message);
    }
  }

  static List<String> parse(String line) throws SyntaxException {
    return new CommandLine(line).parse();
  }

  private List<String> parse() throws SyntaxException {
    while (at < line.length()) {
      char c = line.charAt(at++);
      switch (c) {
        case ' ', '\t' -> endWord();
        case '\'' -> singleQuoted();
        case '"' -> doubleQuoted();
        case '\\' -> word().append(next("a backslash"));
        default -> word().append(plain(c));
      }
    }
    endWord();
    return List.copyOf(arguments);
  }

  private void singleQuoted() throws SyntaxException {
    word();
    for (char c = next("a quote"); c != '\''; c = next("a quote")) {
      word().append(c);
    }
  }

  private void doubleQuoted() throws SyntaxException {
    word();
    for (char c = next("a quote"); c != '"'; c = next("a quote")) {
      if (c == '$' || c == '`') {
        throw new SyntaxException("syntax error: unexpected " + c);
      }
      if (c == '\\' && ESCAPABLE_IN_DOUBLE_QUOTES.indexOf(peek()) >= 0) {
        c = next("a backslash");
      }
      word().append(c);
    }
  }

  private char plain(char c) throws SyntaxException {
    if (SPECIAL.indexOf(c) >= 0) {
      throw new SyntaxException(
          "syntax error: unexpected " + (Character.isISOControl(c) ? "line break" : c));
    }
    return c;
  }

  private char peek() {
    return at < line.length() ? line.charAt(at) : ' ';
  }

  private char next(String open) throws SyntaxException {
    if (at == line.length()) {
      throw new SyntaxException("syntax error: the line ends within " + open);
    }
    return line.charAt(at++);
  }

  private StringBuilder word() {
    if (word == null) {
      word = new StringBuilder();
    }
    return word;
  }

  private void endWord() {
    if (word != null) {
      arguments.add(word.toString());
      word = null;
    }
  }
}
