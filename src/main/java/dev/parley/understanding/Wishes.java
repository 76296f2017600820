package dev.parley.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import opennlp.tools.util.Span;

/** Parts a message where its reasons end and its wish begins, or the other way round. */
final class Wishes {
  private static final Pattern BREAK =
      Pattern.compile(
          "[;:.!?\\u2013\\u2014](?=\\s)\\s*|\\s+-+\\s+|,?\\s+(?:(?:and )?so(?:"
              + " that)?|therefore|hence|thus|that'?s why|which is why|because|but)\\s+(?=\\w)"
              + "|,\\s+(?=\\S)|\\s+(?=(?:just|simply|please|pls)\\s)|\\s+(?<unmarked>(?=(?:i|we)(?:'d|"
              + " would| really|"
              + " just)?\\s+(?:want|need|like|require)\\b))|\\s+and\\s+(?=(?:(?:i|we)\\s+)?(?:need|want|would"
              + " like)\\s)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WISH =
      Pattern.compile(
          "(?i)^(?:(?:and|so|then|therefore|hence|please|pls|plz|kindly|just|ok|first of"
              + " all|first|now|if you don'?t mind)[\\s,]+)*"
              + "(?:(?:could|can|would|will|may|might|shall)\\s+(?:you|u|we|i|one|someone|somebody|that|this|the|it|they)\\b"
              + "|let'?s\\s+(?!say|assume|suppose|not|wait|hope|see|imagine|pretend|talk|discuss|keep|leave|hold|stop)\\w+|(?:i|we)(?:'d|"
              + " would)\\s+(?:like|love|appreciate|rather|want|better)\\b|(?:(?:i|we)\\s+)?(?:really\\s+)?(?:want|need)\\s|(?:i|we)\\s+(?:wish|would|require|request|think"
              + " (?:i|we)"
              + " (?:need|ought|should|want))\\b|(?:i|we|my|our)\\b.{0,20}\\b(?:need|want|like)"
              + " (?:you )?to\\b|let\\s+(?:it|them)\\s+(?!be|run|stay|go|live|rest|sleep|continue|alone|as|keep|finish|know|die)\\w+|keep\\s+(?:\\S+\\s+){1,4}?(?:quiet|silent|muted|out|blocked|banned)\\b|request(?:ing)? you\\b|be so kind|do me a"
              + " favou?r|(?:what|which|who|whom|where|when|how|what'?s|who'?s|where'?s|when'?s|how'?s|is|are|does|do|did|has|have|was|were|until|since|to"
              + " which|from which)\\b.*)",
          Pattern.DOTALL);

  /** "haproxy has to be started"; what people have to do is told of them. */
  private static final Pattern DECLARED =
      Pattern.compile(
          "(?i)^(?:(?:and|so|then|therefore)\\s+)*(?:(?:that is )?(?:in|at|on) [^,;:]{1,30},\\s*)?"
              + "(?!(?:i|we|you|he|she|they|somebody|someone|nobody|everyone|everybody|people)\\b)(?<first>\\w+)\\b[^,;:]{0,60}\\b(?:should|must|ought"
              + " to|(?:has|have|needs|need) to)\\s+(?:now\\s+)?(?:be\\s+)?\\w+.*",
          Pattern.DOTALL);

  private static final Set<String> NAMES = Words.of("FIRST_NAMES");

  private static final Set<String> BEFORE =
      Set.of("please", "pls", "plz", "kindly", "just", "so", "and", "then", "now", "first", "ok");
  private static final Set<String> VERBS = Words.of("VERBS_OF_WISHES");
  private static final int FEWEST_WORDS = 3;

  private Wishes() {}

  /** "for friday's review i need …": what a wish may follow without a mark between. */
  private static final Pattern PURPOSE =
      Pattern.compile(
          "(?i)(?:and |so )?(?:for|to|in order to|before|as|because of|due to|given|with|ahead"
              + " of)\\s(?!(?:what|all|the thing|nothing))(?!.*\\b(?:not|n't|no|never)\\b)");

  /** Between a time and what is to be done then. */
  private static final Set<String> BESIDE_A_TIME =
      Set.of(
          "that", "is", "i.e", "ie", "so", "at", "then", "and", "please", "pls", "it's", "moment");

  private static boolean declares(String part) {
    var declared = DECLARED.matcher(part);
    return declared.matches() && !NAMES.contains(declared.group("first").toLowerCase(Locale.ROOT));
  }

  /** The stretches between the breaks, in order; a time alone is of what is asked beside it. */
  static List<Span> spans(Line line) {
    var spans = new ArrayList<Span>();
    var breaks = BREAK.matcher(line.text());
    int start = 0;
    while (breaks.find()) {
      if (words(line, start, breaks.start()) >= FEWEST_WORDS
          && (breaks.group("unmarked") == null
              || PURPOSE.matcher(line.text().substring(start, breaks.start())).lookingAt())
          && !onlyTime(line, start, breaks.start())
          && words(line, breaks.end(), line.text().length()) >= FEWEST_WORDS) {
        spans.add(new Span(start, breaks.start()));
        start = breaks.end();
      }
    }
    spans.add(new Span(start, line.text().length()));
    return spans;
  }

  /** Whether there is nothing but a time between two places. */
  static boolean onlyTime(Line line, int from, int to) {
    var text = line.text().substring(from, to);
    var part = new Line(text, Tokens.of(text), null, line.now());
    var times = TimeParser.in(part);
    return !times.isEmpty()
        && IntStream.range(0, part.size())
            .filter(i -> part.tokens().get(i).isWord())
            .filter(i -> times.stream().noneMatch(t -> t.first() <= i && i < t.end()))
            .allMatch(i -> BESIDE_A_TIME.contains(part.word(i)));
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
    return Words.REQUEST_VERBS.contains(part.word(at))
        || VERBS.contains(part.word(at))
        || WISH.matcher(part.text()).find()
        || declares(part.text());
  }
}
