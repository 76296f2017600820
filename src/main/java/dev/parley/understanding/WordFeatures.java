package dev.parley.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Describes a text by its words, its pairs of words and the runs of two to five characters in its
 * words, each as a hash. Runs of characters are what makes "restrat" look like "restart". The last
 * bit of a hash tells words from runs.
 */
public final class WordFeatures {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");
  private static final int SHORTEST_RUN = 2;
  private static final int LONGEST_RUN = 5;
  private static final int PRIME = 0x01000193;
  private static final int BASIS = 0x811c9dc5;

  private final List<String> words;
  private final int[] found;
  private int count;

  private WordFeatures(List<String> words, String spaced) {
    this.words = words;
    found = new int[2 * words.size() + 1 + (LONGEST_RUN - SHORTEST_RUN + 1) * spaced.length()];
    addWords();
    addRuns(spaced);
  }

  /** How often a text has each feature, damped: one more matters less each time. */
  public static WordCounts of(String text) {
    var words = new ArrayList<String>();
    var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return new WordFeatures(words, " " + String.join(" ", words) + " ").counted();
  }

  /** Whether a feature is a run of characters, no word or pair. */
  static boolean isRun(int feature) {
    return (feature & 1) != 0;
  }

  private void addWords() {
    int before = BASIS;
    for (String word : words) {
      int hash = hash(BASIS, word);
      found[count++] = mixed(hash) & ~1;
      found[count++] = mixed(hash(before * PRIME, word)) & ~1;
      before = hash;
    }
    found[count++] = mixed(before * PRIME) & ~1;
  }

  private void addRuns(String text) {
    for (int from = 0; from < text.length(); from++) {
      int hash = BASIS;
      int longest = Math.min(text.length(), from + LONGEST_RUN);
      boolean ended = false;
      for (int i = from; i < longest && !ended; i++) {
        ended = i > from && text.charAt(i) == ' ';
        hash = (hash ^ text.charAt(i)) * PRIME;
        if (i - from + 1 >= SHORTEST_RUN) {
          found[count++] = mixed(hash) | 1;
        }
      }
    }
  }

  /** FNV-1a over characters. */
  private static int hash(int start, String text) {
    int hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }

  private static int mixed(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x7feb352d;
    return mixed ^ (mixed >>> 15);
  }

  private WordCounts counted() {
    Arrays.sort(found, 0, count);
    var at = new int[count];
    var value = new float[count];
    int kinds = 0;
    for (int i = 0; i < count; ) {
      int next = i + 1;
      while (next < count && found[next] == found[i]) {
        next++;
      }
      at[kinds] = found[i];
      value[kinds++] = (float) (1 + Math.log(next - i));
      i = next;
    }
    return new WordCounts(Arrays.copyOf(at, kinds), Arrays.copyOf(value, kinds));
  }
}
