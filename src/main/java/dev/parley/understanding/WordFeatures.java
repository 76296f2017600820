package dev.parley.understanding;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Describes a text by its words, its pairs of words and its runs of three to five characters, each
 * hashed to a bucket. Runs of characters are what makes "restrat" look like "restart".
 */
public final class WordFeatures {
  /** How many buckets there are. */
  public static final int BUCKETS = 1 << 13;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");
  private static final int SHORTEST_RUN = 3;
  private static final int LONGEST_RUN = 5;

  private WordFeatures() {}

  /**
   * Some buckets and how much of each.
   *
   * @param at the buckets, none twice
   */
  public record Counts(int[] at, float[] value) {
    /** The same with each value weighted by its bucket, as a vector of length one. */
    public Counts weighted(float[] weights) {
      var weighted = new float[value.length];
      for (int i = 0; i < weighted.length; i++) {
        weighted[i] = value[i] * weights[at[i]];
      }
      VectorMath.normalise(weighted, 0, weighted.length);
      return new Counts(at, weighted);
    }
  }

  /** How often a text falls into each bucket, damped: one more matters less each time. */
  public static Counts of(String text) {
    var counts = new HashMap<Integer, Integer>();
    var spaced = new StringBuilder(" ");
    String before = "^";
    var words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.find()) {
      String word = words.group();
      count(counts, "w" + word);
      count(counts, "p" + before + " " + word);
      before = word;
      spaced.append(word).append(' ');
    }
    count(counts, "p" + before + " $");
    countRuns(counts, spaced.toString());
    return damped(counts);
  }

  private static void countRuns(Map<Integer, Integer> counts, String text) {
    for (int length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
      for (int i = 0; i + length <= text.length(); i++) {
        count(counts, "c" + text.substring(i, i + length));
      }
    }
  }

  private static void count(Map<Integer, Integer> counts, String feature) {
    counts.merge(bucket(feature), 1, Integer::sum);
  }

  /** FNV-1a, whose lower bits are mixed with its upper ones. */
  private static int bucket(String feature) {
    int hash = 0x811c9dc5;
    for (byte b : feature.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x01000193;
    }
    return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
  }

  private static Counts damped(Map<Integer, Integer> counts) {
    var at = counts.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    var value = new float[at.length];
    for (int i = 0; i < at.length; i++) {
      value[i] = (float) (1 + Math.log(counts.getOrDefault(at[i], 1)));
    }
    return new Counts(at, value);
  }
}
