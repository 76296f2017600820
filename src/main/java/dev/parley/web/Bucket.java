package dev.parley.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Allows each key so much at once, and so much more as time goes by (token buckets). Of very many
 * keys those that were not seen for longest are forgotten.
 */
final class Bucket {
  private static final int MOST_KEYS = 10_000;
  private static final double NANOS = 1e9;

  private final double atOnce;
  private final double aSecond;
  private final LongSupplier nanos;
  private final Map<String, Level> levels =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
          return size() > MOST_KEYS;
        }
      };

  private record Level(double left, long at) {}

  /**
   * @param atOnce how much after a pause
   * @param aSecond how much again with each second
   * @param nanos a clock that only goes forward
   */
  Bucket(double atOnce, double aSecond, LongSupplier nanos) {
    this.atOnce = atOnce;
    this.aSecond = aSecond;
    this.nanos = nanos;
  }

  /** Takes one, or says how long to wait for it. */
  synchronized Optional<Duration> take(String key) {
    var now = nanos.getAsLong();
    double left = left(key, now);
    if (left < 1) {
      return Optional.of(wait(left));
    }
    levels.put(key, new Level(left - 1, now));
    return Optional.empty();
  }

  /** How long to wait until there is one; empty when there is. Takes nothing. */
  synchronized Optional<Duration> look(String key) {
    double left = left(key, nanos.getAsLong());
    return left < 1 ? Optional.of(wait(left)) : Optional.empty();
  }

  private double left(String key, long now) {
    var level = levels.get(key);
    return level == null
        ? atOnce
        : Math.min(atOnce, level.left + (now - level.at) / NANOS * aSecond);
  }

  private Duration wait(double left) {
    return Duration.ofSeconds((long) Math.ceil((1 - left) / aSecond));
  }
}
