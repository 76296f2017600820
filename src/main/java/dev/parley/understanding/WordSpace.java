package dev.parley.understanding;

import java.util.Arrays;
import java.util.Collection;

/**
 * The features of wording that examples had, each with its place and how much it says: the rarer,
 * the more.
 *
 * @param features ascending; a feature's place is its index
 * @param rarity one number a feature
 */
public record WordSpace(int[] features, float[] rarity) {
  /** No features. */
  public static final WordSpace EMPTY = new WordSpace(new int[0], new float[0]);

  /** A feature that fewer examples have says nothing of other texts. */
  private static final int LEAST_EXAMPLES = 2;

  /** Learns which features there are. */
  public static WordSpace of(Collection<WordCounts> examples) {
    int[] all = examples.stream().flatMapToInt(e -> Arrays.stream(e.at())).sorted().toArray();
    var features = new int[all.length / LEAST_EXAMPLES];
    var rarity = new float[features.length];
    int size = 0;
    for (int i = 0; i < all.length; ) {
      int next = i + 1;
      while (next < all.length && all[next] == all[i]) {
        next++;
      }
      if (next - i >= LEAST_EXAMPLES) {
        features[size] = all[i];
        rarity[size++] = (float) (1 + Math.log((1.0 + examples.size()) / (1 + next - i)));
      }
      i = next;
    }
    return new WordSpace(Arrays.copyOf(features, size), Arrays.copyOf(rarity, size));
  }

  /** How many features there are. */
  public int size() {
    return features.length;
  }

  /**
   * What a text has of these features, by their places and weighted by their rarity. Words and runs
   * of characters have length one each: longer words would else drown the others.
   */
  public WordCounts place(WordCounts text) {
    var at = new int[text.at().length];
    var value = new float[at.length];
    int count = 0;
    double words = 0;
    double runs = 0;
    for (int i = 0; i < at.length; i++) {
      int place = Arrays.binarySearch(features, text.at()[i]);
      if (place >= 0) {
        float weight = text.value()[i] * rarity[place];
        at[count] = place;
        value[count++] = weight;
        if (WordFeatures.isRun(features[place])) {
          runs += weight * weight;
        } else {
          words += weight * weight;
        }
      }
    }
    for (int i = 0; i < count; i++) {
      value[i] /= (float) Math.sqrt(WordFeatures.isRun(features[at[i]]) ? runs : words);
    }
    return new WordCounts(Arrays.copyOf(at, count), Arrays.copyOf(value, count));
  }
}
