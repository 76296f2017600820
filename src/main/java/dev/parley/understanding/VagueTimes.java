package dev.parley.understanding;

import java.util.Optional;
import java.util.Set;

/** Times that say nothing: later, soon, in a bit, in a few minutes. */
final class VagueTimes {
  private static final Set<String> WORDS = Words.of("VAGUE_TIMES");
  private static final Set<String> WHILE =
      Set.of("bit", "while", "moment", "jiffy", "tick", "minute", "min", "sec", "second");
  private static final Set<String> LEADING = Set.of("in", "for", "after", "within");
  private static final Set<String> FEW = Set.of("few", "several", "some", "couple");
  private static final Set<String> BEHIND = Set.of("today", "on", "then");

  private VagueTimes() {}

  /** The word after the vague time that begins at a word. */
  static Optional<Integer> at(Line line, int at) {
    String word = line.word(at);
    if (WORDS.contains(word)) {
      return Optional.of(BEHIND.contains(line.word(at + 1)) ? at + 2 : at + 1);
    }
    if (!LEADING.contains(word)) {
      return Optional.empty();
    }
    int next = line.word(at + 1).equals("a") ? at + 2 : at + 1;
    if (next > at + 1 && WHILE.contains(line.word(next))) {
      return Optional.of(next + 1);
    }
    boolean few = FEW.contains(line.word(next)) && Amounts.unit(line.word(next + 1));
    return few ? Optional.of(next + 2) : Optional.empty();
  }
}
