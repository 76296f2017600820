package dev.parley.understanding;

import java.util.Optional;
import java.util.Set;
import opennlp.tools.util.Span;

/**
 * Finds the reason that stands before a request: "the sale starts soon, scale the shop to 12". Its
 * times say why, not when.
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

  /** The part of a message before the comma behind which it begins to name things. */
  static Optional<Span> before(Heard heard) {
    var line = heard.line();
    int comma = -1;
    for (int i = 1; i < line.size(); i++) {
      int place = line.tokens().get(i).start();
      if (line.word(i).equals(",") && names(heard, 0, place)) {
        return reason(line, comma);
      }
      if (line.word(i).equals(",")) {
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
