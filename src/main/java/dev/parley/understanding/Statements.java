package dev.parley.understanding;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import opennlp.tools.util.Span;

/**
 * Recognises what only says how things are: "tomcat runs fine on app-01", "staging is on 3.2, prod
 * on 3.1". Whoever wants to know asks, and whoever wants something done says so.
 */
final class Statements {
  private static final Pattern OPENING =
      Pattern.compile(
          "fyi|btw|ok|okay|so|and|but|hm+|well|note|update|also|still|,|:|hi|hello|hey");

  /** No statement begins so. */
  private static final Set<String> ASKING = Words.of("OPENINGS_OF_QUESTIONS");

  private static final Pattern BEING =
      Pattern.compile(
          "is|are|was|were|'s|isn't|aren't|has|had|looks?|seems?|stays?|remains?|keeps?|sits|went|came|got");

  /** Its verb may be said without "is" after a name: "redis still up on cache-01". */
  private static final Set<String> STATES = Words.of("SAID_OF_THINGS");

  private static final Set<String> BEFORE = Words.of("BEFORE_A_STATE");

  /** What says that something is to be done, or to be known. */
  private static final Pattern WISHED =
      Pattern.compile(
          "(?i)\\?|\\b(?:please|pls|plz|kindly|need(?:s|ed)?|want(?:s|ed)?|wish|like|should|must|ought|ha(?:s|ve)"
              + " to|would|could|can|may|let'?s|whether|if|know|check|tell|show|see|give|why|what|when|how|which|who|where|or"
              + " not|to be|due|time to|for me)\\b");

  private Statements() {}

  /** Whether a text states how things are, and nothing else. */
  static boolean is(Line line) {
    int at = 0;
    while (OPENING.matcher(line.word(at)).matches()) {
      at++;
    }
    if (ASKING.contains(line.word(at))
        || Words.REQUEST_VERBS.contains(line.word(at))
        || WISHED.matcher(line.text()).find()) {
      return false;
    }
    boolean orders =
        IntStream.range(at + 1, line.size())
            .filter(i -> !line.tokens().get(i - 1).isWord())
            .anyMatch(i -> Words.REQUEST_VERBS.contains(line.word(i)));
    if (orders) {
      return false;
    }
    if (Wishes.spans(line).stream().anyMatch(span -> Wishes.is(part(line, span)))) {
      return false;
    }
    for (int i = at + 1; i + 1 < line.size(); i++) {
      if (BEING.matcher(line.word(i)).matches() && says(line, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static Line part(Line line, Span span) {
    var text = line.text().substring(span.getStart(), span.getEnd());
    return new Line(text, Tokens.of(text), null, line.now());
  }

  private static boolean says(Line line, int from) {
    int at = from;
    while (BEFORE.contains(line.word(at))) {
      at++;
    }
    return STATES.contains(line.word(at)) || line.word(at).matches("\\d.*|v\\d.*");
  }
}
