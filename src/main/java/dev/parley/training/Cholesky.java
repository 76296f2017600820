package dev.parley.training;

import dev.parley.understanding.VectorMath;

/**
 * Solves a symmetric positive definite system by Cholesky's factorisation: the matrix is the
 * product of a lower triangle and its transpose.
 */
final class Cholesky {
  /** A pivot below this is lost to rounding. */
  private static final float LEAST = 1e-3f;

  private final float[][] lower;

  /**
   * @param matrix of which only the lower triangle is read; it is overwritten
   */
  Cholesky(float[][] matrix) {
    lower = matrix;
    for (int i = 0; i < lower.length; i++) {
      float[] row = lower[i];
      for (int j = 0; j < i; j++) {
        row[j] = (row[j] - VectorMath.dot(row, lower[j], j)) / lower[j][j];
      }
      row[i] = (float) Math.sqrt(Math.max(LEAST, row[i] - VectorMath.dot(row, row, i)));
    }
  }

  /** Replaces the rows of the right side by those of the solution. */
  void solve(float[][] right) {
    for (int i = 0; i < lower.length; i++) {
      var sum = new float[right[i].length];
      VectorMath.addProduct(lower[i], i, right, sum);
      for (int k = 0; k < sum.length; k++) {
        right[i][k] = (right[i][k] - sum[k]) / lower[i][i];
      }
    }
    for (int i = lower.length - 1; i >= 0; i--) {
      float[] row = right[i];
      for (int k = 0; k < row.length; k++) {
        row[k] /= lower[i][i];
      }
      for (int j = 0; j < i; j++) {
        VectorMath.addScaled(-lower[i][j], row, right[j]);
      }
    }
  }
}
