package dev.parley.command;

import dev.parley.intent.SlotForms;
import java.util.ArrayList;
import java.util.List;

/**
 * The grammar of an exact command: {@code intent (slot=value(,value)*)*}. A value is bare, or
 * between quotation marks; between double ones a backslash makes the next character literal.
 */
final class CommandWords {
  /** One {@code slot=values}. */
  record Assignment(String slot, List<String> values) {}

  /** Why the text is no command; the message is for people. */
  static final class SyntaxProblem extends Exception {
    private static final long serialVersionUID = 1;

    SyntaxProblem(String message) {
      super(message);
    }
  }

  private final String text;
  private int at;

  private CommandWords(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /** Reads what stands behind the intent's name. */
  static List<Assignment> read(String text, int from) throws SyntaxProblem {
    if (!SlotForms.printable(text)) {
      throw new SyntaxProblem(
          "The command holds a line break or a hidden character. Type it on one line, without.");
    }
    return new CommandWords(text, from).assignments();
  }

  private List<Assignment> assignments() throws SyntaxProblem {
    var assignments = new ArrayList<Assignment>();
    skipSpace();
    while (at < text.length()) {
      assignments.add(assignment());
      if (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
        throw new SyntaxProblem(
            "After the quoted value stands " + word() + ". Put a space or a comma between them.");
      }
      skipSpace();
    }
    return assignments;
  }

  private Assignment assignment() throws SyntaxProblem {
    int start = at;
    while (at < text.length() && isNameCharacter(text.charAt(at))) {
      at++;
    }
    var slot = text.substring(start, at);
    if (slot.isEmpty() || at == text.length() || text.charAt(at) != '=') {
      at = start;
      throw new SyntaxProblem(word() + " is no slot=value. Write each value as slot=value.");
    }
    at++;
    var values = new ArrayList<String>();
    values.add(value(slot));
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      values.add(value(slot));
    }
    return new Assignment(slot, values);
  }

  private String value(String slot) throws SyntaxProblem {
    char first = at < text.length() ? text.charAt(at) : ' ';
    var value = first == '"' || first == '\'' ? quoted(slot, first) : bare();
    if (value.isBlank()) {
      throw new SyntaxProblem(slot + " has an empty value. Write one, or leave the slot out.");
    }
    return value;
  }

  private String quoted(String slot, char quote) throws SyntaxProblem {
    var value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == quote) {
        at++;
        return value.toString();
      }
      boolean escape = c == '\\' && quote == '"' && at + 1 < text.length();
      value.append(escape ? text.charAt(++at) : c);
    }
    throw new SyntaxProblem(
        "The quotation mark at the value of " + slot + " is never closed. Close it.");
  }

  private String bare() {
    int start = at;
    while (at < text.length() && isBare(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isBare(char c) {
    return !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != ',' && c != '"';
  }

  private static boolean isNameCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  private void skipSpace() {
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)))) {
      at++;
    }
  }

  /** The rest of the word that stands here. */
  private String word() {
    int end = at;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(at, end);
  }
}
