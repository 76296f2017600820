package dev.parley.training;

import dev.parley.understanding.VectorMath;

/** Rows of weights, each of which moves in steps that shrink with what it has moved already. */
final class AdaGrad {
  private static final double SMALL = 1e-8;

  private final float[][] rows;
  private final double[] moved;

  AdaGrad(float[][] rows) {
    this.rows = rows;
    moved = new double[rows.length];
  }

  float[][] rows() {
    return rows;
  }

  float[] row(int row) {
    return rows[row];
  }

  /**
   * Moves a row down its gradient, which is {@code value × errors}.
   *
   * @param squares the mean square of the errors
   */
  void move(int row, double value, float[] errors, double squares, double rate) {
    moved[row] += value * value * squares;
    double length = rate * value / Math.sqrt(moved[row] + SMALL);
    VectorMath.addScaled((float) -length, errors, rows[row]);
  }
}
