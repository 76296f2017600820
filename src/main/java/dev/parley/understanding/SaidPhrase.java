package dev.parley.understanding;

import dev.parley.understanding.Phrases.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words of a message as they are compared: without case, marks, spaces and courtesy. */
public final class SaidPhrase {
  private static final Set<Kind> POLITE = EnumSet.of(Kind.GREET, Kind.THANK, Kind.COURTESY);

  private SaidPhrase() {}

  /** What two messages share that say the same; empty for a message without words. */
  public static String of(String text) {
    var words = Courtesy.words(Tokens.of(Normaliser.normalise(text)));
    int start = start(words);
    int end = endOf(words, start);
    return String.join(" ", words.subList(start, end));
  }

  /** Why a text can be no phrase, whatever it would mean; a set phrase has a meaning of its own. */
  public static Optional<DialogueAct> act(String text) {
    var act = DialogueActs.of(Normaliser.normalise(text), Expectation.none());
    return act.act() == DialogueAct.INFORM ? Optional.empty() : Optional.of(act.act());
  }

  /** A message that is polite all through has its words all the same. */
  private static int start(List<String> words) {
    int start = 0;
    for (var found : Phrases.shipped().opening(words)) {
      if (!POLITE.contains(found.kind())) {
        break;
      }
      start = found.end();
    }
    return start == words.size() ? 0 : start;
  }

  private static int endOf(List<String> words, int start) {
    int end = words.size();
    for (int from = polite(words, start + 1, end);
        from >= 0;
        from = polite(words, start + 1, end)) {
      end = from;
    }
    return end;
  }

  /** Where a polite phrase begins that ends here, or -1. */
  private static int polite(List<String> words, int first, int end) {
    for (int from = first; from < end; from++) {
      var found = Phrases.shipped().opening(words.subList(from, end));
      boolean all =
          !found.isEmpty()
              && found.get(found.size() - 1).end() == end - from
              && found.stream().allMatch(f -> POLITE.contains(f.kind()));
      if (all) {
        return from;
      }
    }
    return -1;
  }
}
