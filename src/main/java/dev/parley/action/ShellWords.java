package dev.parley.action;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes an argv as one line that a login shell reads back as exactly the same arguments. */
public final class ShellWords {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_@%+:,./-]+|-[A-Za-z0-9_@%+:,./=-]*");

  /** Inside single quotes fish treats the first two, and csh the third, unlike a POSIX shell. */
  private static final String ESCAPED = "'\\!";

  private ShellWords() {}

  /** The command line for an argv. */
  public static String line(List<String> argv) {
    return argv.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
  }

  static String quoted(String argument) {
    if (PLAIN.matcher(argument).matches()) {
      return argument;
    }
    if (argument.isEmpty()) {
      return "''";
    }
    var quoted = new StringBuilder();
    boolean open = false;
    for (char c : argument.toCharArray()) {
      boolean escaped = ESCAPED.indexOf(c) >= 0;
      if (open == escaped) {
        quoted.append('\'');
        open = !escaped;
      }
      quoted.append(escaped ? "\\" : "").append(c);
    }
    return quoted.append(open ? "'" : "").toString();
  }
}
