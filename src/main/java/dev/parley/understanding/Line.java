package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A normalised text and its words.
 *
 * @param asked the type of the slot that was asked for, or null
 * @param now when it was said, in the zone of whoever said it
 */
record Line(String text, List<Token> tokens, @Nullable SlotType asked, ZonedDateTime now) {
  private static final ZonedDateTime ANY_TIME = Instant.EPOCH.atZone(ZoneOffset.UTC);

  /** A text that nobody says: an example of the training data. */
  static Line of(String text) {
    return new Line(text, Tokens.of(text), null, ANY_TIME);
  }

  static Line of(String text, Expectation expectation, ZonedDateTime now) {
    var slot = expectation.asked();
    return new Line(text, Tokens.of(text), slot == null ? null : slot.type(), now);
  }

  int size() {
    return tokens.size();
  }

  /** The word at an index, in lower case; empty beyond either end. */
  String word(int index) {
    return index < 0 || index >= tokens.size() ? "" : tokens.get(index).lower();
  }

  /** The nearest word before an index that is no determiner. */
  String before(int index) {
    int at = index - 1;
    while (at >= 0 && Words.DETERMINERS.contains(word(at))) {
      at--;
    }
    return word(at);
  }

  boolean wordIn(int index, Set<String> words) {
    return words.contains(word(index));
  }

  /** The text of some words, as typed. */
  String phrase(int from, int count) {
    return text.substring(tokens.get(from).start(), tokens.get(from + count - 1).end());
  }

  /** Whether some words follow each other with nothing but spaces between them. */
  boolean unbroken(int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (!tokens.get(i).isWord()) {
        return false;
      }
    }
    return true;
  }

  /** The index of the first word that starts at or after a place in the text. */
  int after(int place) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).start() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  boolean question() {
    return text.stripTrailing().endsWith("?");
  }
}
