package dev.parley.understanding;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import opennlp.tools.util.Span;

/**
 * Finds the reason that stands before a request, or behind it: "the sale starts soon, scale the
 * shop to 12". Its times say why, not when.
 */
final class Reasons {
  private static final int SHORTEST = 3;

  /** What begins with one of these says when. */
  private static final Set<String> CONDITIONS =
      Set.of(
          "when",
          "whenever",
          "once",
          "after",
          "as",
          "while",
          "until",
          "till",
          "if",
          "unless",
          "from",
          "by",
          "during",
          "at",
          "on",
          "in");

  private static final Set<String> SUBJECTS =
      Set.of("i", "we", "they", "he", "she", "it", "you", "somebody", "someone", "people");

  private Reasons() {}

  /** What begins with one of these says when, whatever follows. */
  private static final Set<String> CONJUNCTIONS =
      Set.of("when", "whenever", "once", "after", "while", "until", "till", "if", "unless");

  private static final int FEWEST_BESIDE_A_TIME = 3;

  /**
   * Whether a stretch beside a request tells of something that has its own time: "the freeze begins
   * at six", "for thursday's review". It is no time at which something is to be done.
   */
  static boolean tells(Line stretch) {
    int at = 0;
    while (at < stretch.size()
        && (stretch.word(at).matches("and|so|but|hi|hello|hey")
            || !stretch.tokens().get(at).isWord())) {
      at++;
    }
    boolean when =
        CONJUNCTIONS.contains(stretch.word(at))
            || stretch.word(at).equals("as") && stretch.word(at + 1).equals("soon");
    var times = TimeParser.in(stretch);
    long beside =
        IntStream.range(at, stretch.size())
            .filter(i -> stretch.tokens().get(i).isWord())
            .filter(i -> times.stream().noneMatch(t -> t.from() <= i && i < t.end()))
            .count();
    return !when && beside >= FEWEST_BESIDE_A_TIME;
  }

  /** Somebody's doing or what happens, told behind the request it explains. */
  private static final Pattern TOLD_AFTER =
      Pattern.compile(
          "(?i)(?:\\s(?:because|as|since|cause|cuz|coz)\\s+(?=(?:the|our|my|their|his|her|its|we|they|i|it|he|she|a|an)\\b)"
              + "|[,;.]\\s+(?=(?:the|our|my|their|his|her)\\s+(?!\\S*\\s*(?:window|downtime|slot|maintenance|change|restart|reboot|deployment|release))(?:\\S+\\s+){1,3}?(?:opens?|begins?|starts?|closes?|ends?|is|are|comes?|arrives?|lands?|leaves?|goes|go|was|were|happened|happens|takes?)\\b))");

  /** "…, it fetches our list every minute", "…, the auditors want to see it before the weekend". */
  private static final Pattern TOLD_OF_OTHERS =
      Pattern.compile(
          "(?i)[,;.]\\s+(?=(?:it|they|he|she|somebody|someone|people|users|customers|(?:the|our|my|their|some)\\s+(?:[\\w-]+\\s+){1,2}?)\\s*"
              + "(?:wants?|needs? (?:to|it)|claims?|says?|said|complains?|keeps?|tries|tried|fetch(?:es)?|polls?|hammers?|sends?|sent|runs?|ran|has been|have been|only|meets?|expects?|asks?|asked|check(?:s|ed)?|look(?:s|ed)?|crash(?:es|ed)?|fail(?:s|ed)?|restarts|reboots|hangs?|hung|died|lost)\\b"
              + "(?![^.]*\\b(?:should|must|needs? to be|has to be|have to be|be done|it done|happen|do it)\\b))");

  /** Somebody goes on to tell: "…, I promised the team to watch", "…, legal has until thursday". */
  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?i)[,;.]\\s+(?=(?:(?:i|we|they|he|she|it|somebody|someone|people|everybody|everyone|nobody)\\b"
              + "|(?:(?:the|our|my|their|his|her|a|an|some|half)\\s+)?(?:[\\w-]+\\s+){1,4}?(?:has|have|had|is|are|was|were|needs?|wants?|asked|asks|claims?|says?|said|must|only|wakes?|starts?|begins?|stands?|sits?)\\b))");

  /**
   * The reason that stands behind all that a request names: "…, the doors open at nine".
   *
   * @param looks whether the request only looks at something; nothing is done too early then, so
   *     that whatever is told counts as a reason
   */
  static Optional<Span> after(Heard heard, boolean looks) {
    return after(heard, TOLD_AFTER)
        .or(() -> after(heard, TOLD_OF_OTHERS))
        .or(() -> looks ? after(heard, GOES_ON) : Optional.empty());
  }

  private static Optional<Span> after(Heard heard, Pattern beginning) {
    var text = heard.text();
    var told = beginning.matcher(text);
    while (told.find()) {
      int start = told.end();
      boolean named = names(heard, 0, told.start());
      boolean last = !names(heard, start, text.length());
      var rest =
          new Line(
              text.substring(start), Tokens.of(text.substring(start)), null, heard.line().now());
      if (named && last && tells(rest) && !Wishes.is(rest)) {
        return Optional.of(new Span(start, text.length()));
      }
    }
    return Optional.empty();
  }

  /** The part of a message before the comma behind which it begins to name things. */
  static Optional<Span> before(Heard heard) {
    var line = heard.line();
    int comma = -1;
    for (int i = 1; i < line.size(); i++) {
      int place = line.tokens().get(i).start();
      if (line.word(i).equals(",") && names(heard, 0, place)) {
        return reason(line, comma);
      }
      if (line.word(i).equals(",")
          && !Wishes.onlyTime(line, line.tokens().get(comma + 1).start(), place)) {
        comma = i;
      }
    }
    return names(heard, 0, line.text().length()) ? reason(line, comma) : Optional.empty();
  }

  private static boolean names(Heard heard, int from, int to) {
    return heard.mentions().stream()
        .anyMatch(m -> Objections.plainName(m) && m.start() >= from && m.start() < to);
  }

  private static Optional<Span> reason(Line line, int comma) {
    if (comma < SHORTEST || says(line)) {
      return Optional.empty();
    }
    return Optional.of(new Span(0, line.tokens().get(comma).start()));
  }

  /** Whether the message opens with a time. */
  private static boolean says(Line line) {
    boolean before = line.word(0).equals("before") && SUBJECTS.contains(line.word(1));
    return !before
        && (CONDITIONS.contains(line.word(0))
            || TimeParser.in(line).stream().anyMatch(time -> time.first() == 0));
  }
}
