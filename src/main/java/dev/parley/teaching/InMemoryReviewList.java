package dev.parley.teaching;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps the review list as long as the process runs. */
public final class InMemoryReviewList implements ReviewList {
  private final TreeMap<Long, ReviewItem> items = new TreeMap<>();

  @Override
  public synchronized void note(Misreading misreading) {
    var before =
        items.values().stream()
            .filter(item -> item.last().words().equals(misreading.words()))
            .findFirst();
    long next = items.isEmpty() ? 1 : items.lastKey() + 1;
    save(
        before
            .map(item -> item.again(misreading))
            .orElseGet(() -> ReviewItem.first(next, misreading)));
  }

  @Override
  public synchronized List<ReviewItem> open(int limit) {
    return items.values().stream()
        .filter(item -> item.status() == ReviewItem.Status.OPEN)
        .sorted(ORDER)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<ReviewItem> find(long number) {
    return Optional.ofNullable(items.get(number));
  }

  @Override
  public synchronized void save(ReviewItem item) {
    items.put(item.number(), item);
  }

  /** Remembers what it holds now; running the result goes back to that. */
  public synchronized Runnable savepoint() {
    var before = new TreeMap<>(items);
    return () -> restore(before);
  }

  private synchronized void restore(Map<Long, ReviewItem> before) {
    items.clear();
    items.putAll(before);
  }
}
