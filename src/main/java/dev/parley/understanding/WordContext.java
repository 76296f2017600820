package dev.parley.understanding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Describes each word of a text by itself, its beginnings and endings, its shape, the words and
 * pairs of words around it, and how the text begins. A feature is a hash of its kind and its words,
 * so that no texts are put together for it.
 */
final class WordContext {
  private static final int NEAR = 3;

  private static final int WINDOW = 6;
  private static final int LONGEST_AFFIX = 4;
  private static final long BEFORE = 0x51ab3;
  private static final long AFTER = 0x7c2f1;

  /** The kinds of feature; each begins a range of its own. */
  private enum Kind {
    WORD,
    PREFIX,
    SUFFIX,
    SHAPE,
    SHAPES,
    PAIR,
    TRIPLE,
    LEFT,
    RIGHT,
    FIRST,
    FIRST_WITH_WORD,
    PLACE
  }

  private final long[] words;
  private final long[] shapes;
  private final long[][] prefixes;
  private final long[][] suffixes;

  private WordContext(List<String> tokens) {
    int count = tokens.size();
    words = new long[count];
    shapes = new long[count];
    prefixes = new long[count][];
    suffixes = new long[count][];
    for (int i = 0; i < count; i++) {
      String word = tokens.get(i).toLowerCase(Locale.ROOT);
      words[i] = hash(word, 0, word.length());
      shapes[i] = shape(tokens.get(i));
      int affixes = Math.min(LONGEST_AFFIX, word.length());
      prefixes[i] = new long[affixes];
      suffixes[i] = new long[affixes];
      for (int n = 1; n <= affixes; n++) {
        prefixes[i][n - 1] = hash(word, 0, n);
        suffixes[i][n - 1] = hash(word, word.length() - n, word.length());
      }
    }
  }

  /** The features of each word. */
  static long[][] features(List<String> tokens) {
    var context = new WordContext(tokens);
    var features = new long[tokens.size()][];
    for (int i = 0; i < features.length; i++) {
      features[i] = context.at(i);
    }
    return features;
  }

  private long[] at(int i) {
    var found = new Found();
    for (int d = -NEAR; d <= NEAR; d++) {
      found.add(Kind.WORD, d, word(i + d));
    }
    addAffixes(found, i, 0, LONGEST_AFFIX);
    addAffixes(found, i - 1, -1, NEAR);
    addAffixes(found, i + 1, 1, NEAR);
    for (int d = -1; d <= 1; d++) {
      found.add(Kind.SHAPE, d, shape(i + d));
    }
    found.add(Kind.SHAPES, 0, mix(mix(shape(i - 1), shape(i)), shape(i + 1)));
    for (int d = -2; d <= 1; d++) {
      found.add(Kind.PAIR, d, mix(word(i + d), word(i + d + 1)));
    }
    found.add(Kind.PAIR, NEAR, mix(word(i - 1), word(i + 1)));
    for (int d = -2; d <= 0; d++) {
      found.add(Kind.TRIPLE, d, mix(mix(word(i + d), word(i + d + 1)), word(i + d + 2)));
    }
    addWindow(found, i);
    found.add(Kind.FIRST, 0, word(0));
    found.add(Kind.FIRST, 1, mix(word(0), word(1)));
    found.add(Kind.FIRST_WITH_WORD, 0, mix(word(0), word(i)));
    found.add(Kind.PLACE, 0, i == 0 ? 0 : i == words.length - 1 ? 1 : 2);
    return found.all();
  }

  private void addAffixes(Found found, int i, int distance, int longest) {
    if (i < 0 || i >= words.length) {
      return;
    }
    for (int n = 0; n < Math.min(longest, prefixes[i].length); n++) {
      found.add(Kind.PREFIX, 8 * distance + n, prefixes[i][n]);
      found.add(Kind.SUFFIX, 8 * distance + n, suffixes[i][n]);
    }
  }

  private void addWindow(Found found, int i) {
    for (int d = 1; d <= WINDOW; d++) {
      if (i - d >= 0) {
        found.add(Kind.LEFT, 0, words[i - d]);
      }
      if (i + d < words.length) {
        found.add(Kind.RIGHT, 0, words[i + d]);
      }
    }
  }

  private long word(int i) {
    return i < 0 ? BEFORE : i >= words.length ? AFTER : words[i];
  }

  private long shape(int i) {
    return i < 0 ? BEFORE : i >= words.length ? AFTER : shapes[i];
  }

  /** "web-01" is like "db-07": runs of letters, digits and marks. */
  private static long shape(String word) {
    long hash = 1;
    char before = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      char kind =
          Character.isUpperCase(c)
              ? 'A'
              : Character.isLetter(c) ? 'a' : Character.isDigit(c) ? '0' : c;
      if (kind != before) {
        hash = hash * 31 + kind;
      }
      before = kind;
    }
    return hash;
  }

  private static long hash(String text, int from, int to) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  private static long mix(long one, long other) {
    long mixed = (one ^ Long.rotateLeft(other, 29)) * 0x9e3779b97f4a7c15L;
    return mixed ^ (mixed >>> 32);
  }

  /** A growing row of features. */
  private static final class Found {
    private long[] features = new long[64];
    private int count;

    void add(Kind kind, int distance, long what) {
      if (count == features.length) {
        features = Arrays.copyOf(features, 2 * count);
      }
      features[count++] = mix(what * 0xd6e8feb86659fd93L, 64L * kind.ordinal() + distance + 32);
    }

    long[] all() {
      return Arrays.copyOf(features, count);
    }
  }
}
