package dev.parley.training;

import java.util.SplittableRandom;

/**
 * Leaves out a part of some numbers and makes up for it with those that are kept. What is left out
 * is drawn once; each use begins somewhere else in it, so that none has to wait for chance.
 */
final class Dropout {
  private static final int DRAWN = 1 << 16;

  private final float scale;
  private final float[] factors = new float[DRAWN];
  private final SplittableRandom random;

  Dropout(double part, SplittableRandom random) {
    this.random = random;
    scale = (float) (1 / (1 - part));
    for (int i = 0; i < DRAWN; i++) {
      factors[i] = random.nextDouble() < part ? 0 : scale;
    }
  }

  /** What what is kept is multiplied by. */
  float scale() {
    return scale;
  }

  /** Where a run of so many factors begins. */
  int somewhere(int count) {
    return random.nextInt(DRAWN - count + 1);
  }

  /** What a number is multiplied by: zero or {@link #scale}. */
  float factor(int at) {
    return factors[at];
  }

  /** Writes a vector, centred, with a part of it left out. */
  void thin(float[] vector, Centring centring, float[] into) {
    int from = somewhere(into.length);
    centring.write(vector, into);
    for (int i = 0; i < into.length; i++) {
      into[i] *= factors[from + i];
    }
  }

  /** Leaves out what is negative, and a part of the rest. */
  void rectify(float[] row) {
    int from = somewhere(row.length);
    for (int i = 0; i < row.length; i++) {
      row[i] = Math.max(0, row[i]) * factors[from + i];
    }
  }
}
