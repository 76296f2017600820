package dev.parley.understanding;

import java.util.List;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/** What stands between quotation marks. */
final class Quotes {
  private static final Pattern QUOTED =
      Pattern.compile(
          "\"[^\"]*[^\"\\s][^\"]*\"|(?<![\\p{L}\\d])'[^']*[^'\\s][^']*'(?![\\p{L}\\d])");

  private Quotes() {}

  /** The quoted stretches of a text, with their marks. */
  static List<Span> in(String text) {
    return text.indexOf('"') < 0 && text.indexOf('\'') < 0
        ? List.of()
        : QUOTED.matcher(text).results().map(m -> new Span(m.start(), m.end())).toList();
  }
}
