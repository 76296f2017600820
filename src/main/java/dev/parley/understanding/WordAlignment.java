package dev.parley.understanding;

import java.util.Arrays;

/**
 * Which word of one text is which of another that was made from it: by leaving out politeness, and
 * by putting slips right.
 */
public final class WordAlignment {
  private static final int MISSING = -1;

  private final TaggedWords made;
  private final TaggedWords from;
  private final int[] places;

  private WordAlignment(TaggedWords made, TaggedWords from) {
    this.made = made;
    this.from = from;
    this.places = new int[made.size()];
    Arrays.fill(places, MISSING);
    matchEqual();
    matchBetween();
  }

  /**
   * For each word of a text the index of the word that it was made from, or -1.
   *
   * @param from the text that the other was made from
   */
  public static int[] places(TaggedWords made, TaggedWords from) {
    return new WordAlignment(made, from).places;
  }

  /** The longest row of equal words. */
  private void matchEqual() {
    int[][] longest = new int[made.size() + 1][from.size() + 1];
    for (int i = made.size() - 1; i >= 0; i--) {
      for (int j = from.size() - 1; j >= 0; j--) {
        longest[i][j] =
            equal(i, j)
                ? 1 + longest[i + 1][j + 1]
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < made.size() && j < from.size()) {
      if (equal(i, j)) {
        places[i++] = j++;
      } else if (longest[i + 1][j] > longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private boolean equal(int i, int j) {
    return made.lower(i).equals(from.lower(j));
  }

  /**
   * As many other words in between are those words, spelt another way. Before the first equal word
   * and after the last one politeness may have been left out, farther away than they are.
   */
  private void matchBetween() {
    int i = 0;
    while (i < places.length) {
      int to = i;
      while (to < places.length && places[to] == MISSING) {
        to++;
      }
      int count = to - i;
      int next = to == places.length ? from.size() : places[to];
      int first = i == 0 && to < places.length ? next - count : i == 0 ? 0 : places[i - 1] + 1;
      boolean whole = i == 0 || to == places.length || next - first == count;
      for (int k = 0; whole && first >= 0 && k < count && first + k < next; k++) {
        places[i + k] = first + k;
      }
      i = to + 1;
    }
  }
}
