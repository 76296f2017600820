package dev.parley.demo;

import java.util.Locale;

/** Writes amounts of bytes for people, as the real commands do. */
final class Sizes {
  private static final String UNITS = "BKMGTP";
  private static final int STEP = 1024;

  private Sizes() {}

  /** E.g. {@code 1.2M}. */
  static String human(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= STEP && unit < UNITS.length() - 1) {
      value /= STEP;
      unit++;
    }
    var number = value < 10 && unit > 0 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, number, value) + UNITS.charAt(unit);
  }

  /** E.g. {@code 1.2Gi}. */
  static String binary(long bytes) {
    return human(bytes) + "i";
  }
}
