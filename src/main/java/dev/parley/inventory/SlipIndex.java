package dev.parley.inventory;

import dev.parley.intent.NearNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Finds the texts that are one slip away from a typed one: both lose a letter and are the same.
 * Holds a number for each letter of each text, and nothing else.
 */
final class SlipIndex {
  private static final long INDEX = 0xFFFF_FFFFL;

  private final String[] texts;

  /** The hash of a text without one of its letters, and below it which text that is. */
  private final long[] keys;

  SlipIndex(Collection<String> texts) {
    this.texts = texts.toArray(new String[0]);
    var all = new long[Arrays.stream(this.texts).mapToInt(text -> text.length() + 1).sum()];
    int next = 0;
    for (int i = 0; i < this.texts.length; i++) {
      String text = this.texts[i];
      for (int without = 0; without <= text.length(); without++) {
        all[next++] = ((long) hash(text, without) << 32) | i;
      }
    }
    Arrays.sort(all);
    keys = all;
  }

  /** The texts that are the same as the typed one but for one slip. */
  List<String> near(String typed) {
    var found = new ArrayList<String>();
    for (int without = 0; without <= typed.length(); without++) {
      int hash = hash(typed, without);
      int at = Arrays.binarySearch(keys, (long) hash << 32);
      for (int i = at < 0 ? -at - 1 : at; i < keys.length && keys[i] >> 32 == hash; i++) {
        String text = texts[(int) (keys[i] & INDEX)];
        if (!found.contains(text) && NearNames.distance(typed, text, 1) <= 1) {
          found.add(text);
        }
      }
    }
    return found;
  }

  /** The hash of a text without the letter at a place; of all of it beyond its end. */
  private static int hash(String text, int without) {
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = i == without ? hash : hash * 31 + text.charAt(i);
    }
    return hash;
  }
}
