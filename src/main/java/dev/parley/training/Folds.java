package dev.parley.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Deals samples into folds for cross-validation: each fold gets its share of each intent, and
 * samples that are alike once masked go into one fold, so that none is tested on its own twin.
 */
final class Folds {
  private Folds() {}

  /**
   * Returns the fold of each item, always the same for the same items.
   *
   * @param label what to spread evenly
   * @param twin equal for items that belong together
   */
  static <T> int[] deal(
      List<T> items, int folds, Function<T, String> label, Function<T, String> twin) {
    Map<String, Map<String, List<Integer>>> groups = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      groups
          .computeIfAbsent(label.apply(items.get(i)), k -> new LinkedHashMap<>())
          .computeIfAbsent(twin.apply(items.get(i)), k -> new ArrayList<>())
          .add(i);
    }
    var fold = new int[items.size()];
    var random = new Random(7);
    int next = 0;
    for (var group : groups.values()) {
      var twins = new ArrayList<>(group.values());
      Collections.shuffle(twins, random);
      for (List<Integer> together : twins) {
        for (int item : together) {
          fold[item] = next;
        }
        next = (next + 1) % folds;
      }
    }
    return fold;
  }
}
