package dev.parley.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text with marks as Rasa writes them: {@code [web-01](host)}, the older {@code
 * [httpd](service:apache)}, {@code [Berlin]{"entity": "city", "role": "from", "group": "1",
 * "value": "BER"}}, and several of those for one text in a list.
 *
 * @param problem what is wrong with a mark, or null
 */
record AnnotatedText(String text, List<Annotation> annotations, @Nullable String problem) {

  static AnnotatedText parse(String source) {
    return new Parser(source).parse();
  }

  private static final class Parser {
    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final List<Annotation> annotations = new ArrayList<>();
    private @Nullable String problem;

    Parser(String source) {
      this.source = source;
    }

    AnnotatedText parse() {
      int at = 0;
      while (at < source.length()) {
        int after = source.charAt(at) == '[' ? mark(at) : at;
        if (after == at) {
          text.append(source.charAt(at));
          after++;
        }
        at = after;
      }
      return new AnnotatedText(text.toString(), annotations, problem);
    }

    /** Reads a mark and returns where it ends; where it began when there is none. */
    private int mark(int opens) {
      int closes = source.indexOf(']', opens);
      int inner = source.indexOf('[', opens + 1);
      boolean marked = closes > opens + 1 && (inner < 0 || inner > closes);
      if (!marked || closes + 1 >= source.length()) {
        return opens;
      }
      String about = source.substring(closes + 1);
      String words = source.substring(opens + 1, closes);
      int length =
          switch (about.charAt(0)) {
            case '(' -> about.indexOf(')') + 1;
            case '{' -> EntityMark.length(about);
            case '[' ->
                about.startsWith("{", afterSpaces(about, 1)) ? EntityMark.length(about) : -1;
            default -> -1;
          };
      if (length < 0) {
        return opens;
      }
      if (length == 0) {
        wrong("The mark [" + words + "]" + about.charAt(0) + " does not end.");
        return opens;
      }
      add(words, about.substring(0, length));
      return closes + 1 + length;
    }

    private static int afterSpaces(String text, int from) {
      int at = from;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      return at;
    }

    private void add(String words, String about) {
      int start = text.length();
      text.append(words);
      try {
        for (EntityMark mark : EntityMark.read(about)) {
          annotations.add(mark.on(start, words));
        }
      } catch (IllegalArgumentException e) {
        wrong("The mark [" + words + "]" + about + " " + e.getMessage());
      }
    }

    private void wrong(String what) {
      problem = problem == null ? what : problem;
    }
  }
}
