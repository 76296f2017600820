package dev.parley.understanding;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes off a text what only asks: "open it please, the disks are full, sev1 i think" tells of the
 * disks alone. A text is parted at its marks; parts at either end that say nothing go.
 */
final class Segments {
  private static final Pattern MARK = Pattern.compile("[,;:.!?\u2013\u2014>-]+|->|=>");
  private static final Set<String> SAYS_NOTHING = Words.of("SAYS_NOTHING");
  private static final Set<String> VERBS = Words.of("VERBS_OF_TEXTS");
  private static final Set<String> NOUNS = Words.of("NOUNS_OF_TEXTS");

  private final Wording words;

  Segments(Wording words) {
    this.words = words;
  }

  /** Where the first part begins that says something; the end when none does. */
  int first(int from, int to) {
    int start = from;
    for (int at = from; at <= to; at++) {
      if (at == to || mark(at)) {
        if (!nothing(start, at)) {
          return start;
        }
        start = Math.min(at + 1, to);
      }
    }
    return to;
  }

  /** Where the last part ends that says something. */
  int last(int from, int to) {
    int end = to;
    for (int at = to - 1; at >= from; at--) {
      if (mark(at)) {
        if (!nothing(at + 1, end)) {
          return end;
        }
        end = at;
      }
    }
    return end;
  }

  private boolean mark(int at) {
    return MARK.matcher(words.word(at)).matches();
  }

  /** Whether words only ask for something, or point at it. */
  boolean nothing(int from, int to) {
    for (int at = from; at < to; at++) {
      String word = words.word(at);
      boolean empty =
          !words.token(at).isWord()
              || SAYS_NOTHING.contains(word)
              || VERBS.contains(word)
              || NOUNS.contains(word);
      if (!empty) {
        return false;
      }
    }
    return true;
  }
}
