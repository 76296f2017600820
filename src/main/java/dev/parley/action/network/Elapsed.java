package dev.parley.action.network;

import java.time.Duration;
import java.util.Locale;

/** Measures and words how long something took. */
final class Elapsed {
  private final long began = System.nanoTime();

  /** E.g. {@code 0.4 ms} or {@code 1.2 s}. */
  String words() {
    return words(soFar());
  }

  Duration soFar() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  static String words(Duration took) {
    double millis = took.toNanos() / 1e6;
    if (millis >= 1000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000);
    }
    return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
  }
}
