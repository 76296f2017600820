package dev.parley;

import java.util.LinkedHashMap;
import java.util.Map;

/** The last line that was said with something in it, by targets whose text comes in pieces. */
final class LastLine {
  private static final int LONGEST = 200;

  private final Map<String, StringBuilder> open = new LinkedHashMap<>();
  private String target = "";
  private String line = "";

  /** Takes text of a target, not necessarily whole lines. */
  synchronized void add(String from, String text) {
    var begun = open.computeIfAbsent(from, name -> new StringBuilder());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        keep(from, begun);
        begun.setLength(0);
      } else if (begun.length() <= LONGEST) {
        begun.append(text.charAt(i));
      }
    }
    keep(from, begun);
  }

  private void keep(String from, StringBuilder said) {
    var stripped = said.toString().strip();
    if (!stripped.isEmpty()) {
      target = from;
      line = stripped.length() > LONGEST ? stripped.substring(0, LONGEST) + "…" : stripped;
    }
  }

  /** With its target where several spoke; empty when nothing was said yet. */
  synchronized String text() {
    return open.size() > 1 && !line.isEmpty() ? target + ": " + line : line;
  }
}
