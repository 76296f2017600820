package dev.parley.channel.irc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Text as IRC takes it: lines of so many bytes, in which nothing steers the server or a client. */
final class IrcLines {
  /** A line with everything that the server puts in front of it when it passes it on. */
  private static final int LINE = 512;

  /** {@code !user@host}, as long as networks let them be. */
  private static final int MASK = 1 + 11 + 1 + 63;

  private static final int PREFIX = ": PRIVMSG  :\r\n".length();

  private IrcLines() {}

  /** How many bytes of text a line to somebody can have. */
  static int room(String nick, String target) {
    return LINE - MASK - PREFIX - bytes(nick) - bytes(target);
  }

  /** The lines of a text, none longer than so many bytes. */
  static List<String> of(String text, int room) {
    var lines = new ArrayList<String>();
    text.lines()
        .map(line -> visible(line).stripTrailing())
        .filter(line -> !line.isBlank())
        .forEach(line -> split(line, room, lines));
    return lines;
  }

  /** Between words where there are any, never within a character. */
  private static void split(String line, int room, List<String> into) {
    var rest = line;
    while (bytes(rest) > room) {
      int end = fitting(rest, room);
      int space = rest.lastIndexOf(' ', end);
      int cut = space > end / 2 ? space : end;
      into.add(rest.substring(0, cut).stripTrailing());
      rest = rest.substring(cut).stripLeading();
    }
    if (!rest.isEmpty()) {
      into.add(rest);
    }
  }

  private static int fitting(String text, int room) {
    int bytes = 0;
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      int width = Character.charCount(character);
      bytes += bytes(text.substring(at, at + width));
      if (bytes > room) {
        break;
      }
      at += width;
    }
    return Math.max(at, 1);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Control characters end lines, colour text or ask a client for something: they are shown. */
  private static String visible(String line) {
    var shown = new StringBuilder();
    line.replace("\t", "    ")
        .codePoints()
        .forEach(
            c -> {
              boolean hidden =
                  Character.isISOControl(c)
                      || Character.getType(c) == Character.FORMAT
                      || Character.getType(c) == Character.SURROGATE;
              shown.appendCodePoint(hidden ? '\uFFFD' : c);
            });
    return shown.toString();
  }

  /** What somebody said, without colours and the like. */
  static String plain(String said) {
    return said.replaceAll("\\x03(?:\\d{1,2}(?:,\\d{1,2})?)?", "")
        .replaceAll("\\x04(?:[0-9A-Fa-f]{6}(?:,[0-9A-Fa-f]{6})?)?", "")
        .replaceAll("[\\x02\\x0f\\x11\\x16\\x1d\\x1e\\x1f]", "");
  }
}
