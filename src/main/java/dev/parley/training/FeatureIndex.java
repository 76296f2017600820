package dev.parley.training;

import dev.parley.understanding.FeatureRows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The features that are learnt: those that enough words have. Each has a row of weights. */
final class FeatureIndex {
  private static final int NONE = -1;

  private final int[] buckets;
  private final int[] rows = new int[FeatureRows.buckets()];

  FeatureIndex(List<TaggedExample> examples, int leastSeen) {
    for (TaggedExample example : examples) {
      for (int i = 0; i < example.words().size(); i++) {
        for (long feature : example.words().features(i)) {
          rows[FeatureRows.bucket(feature)]++;
        }
      }
    }
    buckets = IntStream.range(0, rows.length).filter(b -> rows[b] >= leastSeen).toArray();
    Arrays.fill(rows, NONE);
    for (int row = 0; row < buckets.length; row++) {
      rows[buckets[row]] = row;
    }
  }

  /** The bucket of each row. */
  int[] buckets() {
    return buckets.clone();
  }

  int size() {
    return buckets.length;
  }

  /** The rows of each word's features. */
  int[][] rows(TaggedExample example) {
    var found = new int[example.words().size()][];
    for (int i = 0; i < found.length; i++) {
      found[i] =
          Arrays.stream(example.words().features(i))
              .mapToInt(feature -> rows[FeatureRows.bucket(feature)])
              .filter(row -> row != NONE)
              .toArray();
    }
    return found;
  }
}
