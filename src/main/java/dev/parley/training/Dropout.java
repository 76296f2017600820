package dev.parley.training;

import java.util.SplittableRandom;

/**
 * Leaves out a part of some numbers, in 256ths, and makes up for it with those that are kept. One
 * random number serves eight of them.
 */
final class Dropout {
  private static final int WHOLE = 256;

  private final int dropped;
  private final float scale;
  private final SplittableRandom random;
  private long bits;
  private int left;

  Dropout(double part, SplittableRandom random) {
    this.random = random;
    dropped = (int) Math.round(part * WHOLE);
    scale = (float) WHOLE / (WHOLE - dropped);
  }

  /** What what is kept is multiplied by. */
  float scale() {
    return scale;
  }

  /** Whether the next one is kept. */
  boolean keeps() {
    if (left == 0) {
      bits = random.nextLong();
      left = 8;
    }
    boolean keeps = (bits & (WHOLE - 1)) >= dropped;
    bits >>>= 8;
    left--;
    return keeps;
  }

  /** Writes a vector, centred, with a part of it left out. */
  void thin(float[] vector, Centring centring, float[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = keeps() ? centring.of(vector, i) * scale : 0;
    }
  }

  /** Leaves out what is negative, and a part of the rest. */
  void rectify(float[] row) {
    for (int i = 0; i < row.length; i++) {
      row[i] = row[i] > 0 && keeps() ? row[i] * scale : 0;
    }
  }
}
