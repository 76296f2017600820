package dev.parley.training;

import java.util.SplittableRandom;

/** The order in which examples are gone through, another one each time. */
final class Order {
  private final int[] items;
  private final SplittableRandom random;

  Order(int size, SplittableRandom random) {
    this.random = random;
    items = new int[size];
    for (int i = 0; i < size; i++) {
      items[i] = i;
    }
  }

  void shuffle() {
    for (int i = items.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = items[i];
      items[i] = items[j];
      items[j] = swapped;
    }
  }

  int at(int index) {
    return items[index];
  }
}
