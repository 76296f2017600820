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

  private static final Pattern KEPT =
      Pattern.compile(
          "open|closed|installed|enabled|configured|mounted|deployed|running|free|left");
  private static final int MOST_BETWEEN = 4;

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
    if (counts(line, at)) {
      return true;
    }
    for (int i = at + 1; i + 1 < line.size(); i++) {
      if (has(line, i) || BEING.matcher(line.word(i)).matches() && says(line, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static Line part(Line line, Span span) {
    var text = line.text().substring(span.getStart(), span.getEnd());
    return new Line(text, Tokens.of(text), null, line.now());
  }

  /** "lb-01 has port 443 open". */
  private static boolean has(Line line, int at) {
    return line.word(at).matches("has|have|had")
        && IntStream.rangeClosed(at + 2, at + MOST_BETWEEN)
            .anyMatch(i -> KEPT.matcher(line.word(i)).matches());
  }

  /** "we have six replicas". */
  private static boolean counts(Line line, int at) {
    int verb = past(line, at + 1);
    int next = past(line, verb + 1);
    return line.word(at).matches("we|i|they|he|she")
        && line.word(verb).matches("have|has|had|run|runs|use|uses|keep|own|got")
        && (line.word(next).matches("\\d+") || NumberWords.at(line, next).isPresent());
  }

  private static int past(Line line, int from) {
    int at = from;
    while (BEFORE.contains(line.word(at)) && !line.word(at).equals("running")
        || line.word(at).matches("only|just|still|got|over")) {
      at++;
    }
    return at;
  }

  private static boolean says(Line line, int from) {
    int at = from;
    while (BEFORE.contains(line.word(at))) {
      at++;
    }
    return STATES.contains(line.word(at)) || line.word(at).matches("\\d.*|v\\d.*");
  }
}
