package dev.parley.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/** Parts a message where its reasons end and its wish begins, or the other way round. */
final class Wishes {
  private static final Pattern BREAK =
      Pattern.compile(
          "[;:.!?\\u2013\\u2014](?=\\s)\\s*|\\s+-+\\s+"
              + "|,?\\s+(?:(?:and )?so(?: that)?|therefore|hence|thus|that'?s why|which is why|because|but)\\s+(?=\\w)"
              + "|,\\s+(?=\\S)|\\s+(?=(?:just|simply|please|pls)\\s)");
  private static final Pattern WISH =
      Pattern.compile(
          "(?i)^(?:(?:and|so|then|please|pls|plz|kindly|just|ok|first of all|now|if you don'?t mind)[\\s,]+)*"
              + "(?:(?:could|can|would|will|may|might|shall)\\s+(?:you|u|we|i|one|someone|somebody)\\b"
              + "|(?:i|we)(?:'d| would)\\s+(?:like|love|appreciate|rather|want|better)\\b"
              + "|(?:i|we)\\s+(?:want|need|wish|would|request|think (?:i|we) (?:need|ought|should|want))\\b"
              + "|(?:i|we|my|our)\\b.{0,20}\\b(?:need|want|like) (?:you )?to\\b"
              + "|request(?:ing)? you\\b|be so kind|do me a favou?r"
              + "|(?:what|which|who|whom|where|when|how|is|are|does|do|did|has|have|was|were|until|since|to which|from which)\\b.*)",
          Pattern.DOTALL);
  private static final Set<String> BEFORE =
      Set.of("please", "pls", "plz", "kindly", "just", "so", "and", "then", "now", "first", "ok");
  private static final int FEWEST_WORDS = 3;

  private Wishes() {}

  /** The stretches between the breaks, in order. */
  static List<Span> spans(Line line) {
    var spans = new ArrayList<Span>();
    var breaks = BREAK.matcher(line.text());
    int start = 0;
    while (breaks.find()) {
      if (words(line, start, breaks.start()) >= FEWEST_WORDS
          && words(line, breaks.end(), line.text().length()) >= FEWEST_WORDS) {
        spans.add(new Span(start, breaks.start()));
        start = breaks.end();
      }
    }
    spans.add(new Span(start, line.text().length()));
    return spans;
  }

  private static int words(Line line, int from, int to) {
    return (int)
        line.tokens().stream()
            .filter(t -> t.isWord() && t.start() >= from && t.end() <= to)
            .count();
  }

  /** Whether a part is put as a wish: a question, a courtesy, or a verb that asks for something. */
  static boolean is(Line part) {
    int at = 0;
    while (at < part.size()
        && (BEFORE.contains(part.word(at)) || !part.tokens().get(at).isWord())) {
      at++;
    }
    return Words.REQUEST_VERBS.contains(part.word(at)) || WISH.matcher(part.text()).find();
  }
}
