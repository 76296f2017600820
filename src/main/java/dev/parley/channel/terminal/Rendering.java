package dev.parley.channel.terminal;

import java.util.List;
import java.util.stream.Collectors;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Turns what the assistant says into lines of a terminal. */
public final class Rendering {
  private static final AttributedStyle SPEAKER =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
  private static final AttributedStyle QUIET = AttributedStyle.DEFAULT.faint();

  /** The question itself says these. */
  private static final List<String> YES_OR_NO = List.of("yes", "no");

  private Rendering() {}

  /** For a terminal: who speaks in colour, choices faint. */
  static String styled(Partner.Line line, Terminal terminal) {
    return new AttributedStringBuilder()
        .style(SPEAKER)
        .append(speaker(line))
        .style(AttributedStyle.DEFAULT)
        .append(visible(line.text()))
        .style(QUIET)
        .append(choices(line))
        .toAttributedString()
        .toAnsi(terminal);
  }

  /** For a file or a pipe. */
  public static String plain(Partner.Line line) {
    return speaker(line) + visible(line.text()) + choices(line);
  }

  private static String speaker(Partner.Line line) {
    return line.to() == null ? "parley> " : "parley (to " + visible(line.to()) + ")> ";
  }

  private static String choices(Partner.Line line) {
    List<String> options = line.choices();
    return options.isEmpty() || options.equals(YES_OR_NO)
        ? ""
        : options.stream().map(Rendering::visible).collect(Collectors.joining(", ", " (", ")"));
  }

  /** Output of commands must not steer the terminal: control characters are shown, not sent. */
  static String visible(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean layout = c == '\n' || c == '\t';
              boolean hidden =
                  Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
              shown.appendCodePoint(hidden && !layout ? '\uFFFD' : c);
            });
    return shown.toString();
  }
}
