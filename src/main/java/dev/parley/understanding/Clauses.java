package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Set;

/** Finds where a second request begins: "restart apache on web-01 and stop nginx on web-02". */
final class Clauses {
  private static final Set<String> JOINS =
      Set.of("and", "then", ";", ",", ".", "!", "&", "also", "plus", "afterwards");
  private static final Set<String> FILLERS =
      Set.of(
          "then",
          "also",
          "please",
          "pls",
          "now",
          "and",
          "just",
          "next",
          "can",
          "could",
          "you",
          "afterwards");

  private Clauses() {}

  /** The end of the first request; the end of the text when there is no other. */
  static int firstEnds(Line line, List<Mention> mentions) {
    for (int i = 1; i < line.size(); i++) {
      int verb = i + 1;
      while (FILLERS.contains(line.word(verb))) {
        verb++;
      }
      if (JOINS.contains(line.word(i))
          && Words.REQUEST_VERBS.contains(line.word(verb))
          && parts(line, i, verb, mentions)
          && !goesOn(line, i, verb, mentions)) {
        return line.tokens().get(i - 1).end();
      }
    }
    return line.text().length();
  }

  /** "stop nginx and start it again on web-02" says only once where. */
  private static boolean goesOn(Line line, int join, int verb, List<Mention> mentions) {
    int cut = line.tokens().get(join).start();
    return line.word(verb + 1).matches("it|them|that")
        && mentions.stream().noneMatch(m -> m.end() <= cut && m.as(SlotType.HOST).isPresent());
  }

  private static boolean isTime(Mention mention) {
    return mention.first().type().kind() == SlotType.Kind.TIME;
  }

  /** Both sides have a verb and name something. */
  private static boolean parts(Line line, int join, int verb, List<Mention> mentions) {
    int cut = line.tokens().get(join).start();
    int second = line.tokens().get(verb).start();
    boolean verbBefore =
        line.tokens().subList(0, join).stream()
            .anyMatch(t -> Words.REQUEST_VERBS.contains(t.lower()));
    return verbBefore
        && mentions.stream().anyMatch(m -> m.end() <= cut)
        && mentions.stream().anyMatch(m -> m.start() > second && !isTime(m))
        && mentions.stream().noneMatch(m -> m.overlaps(second, second + 1));
  }
}
