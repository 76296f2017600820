package dev.parley.training;

/** Adam's memory of a matrix of weights: the running means of each gradient and of its square. */
final class Adam {
  private static final float KEPT = 0.9f;
  private static final float SQUARE_KEPT = 0.999f;

  /** Added to squared gradients: numbers too small for the processor's fast path would arise. */
  private static final float SMALL = 1e-12f;

  private final float[][] means;
  private final float[][] squares;
  private int steps;
  private float rate;

  Adam(int rows, int columns) {
    means = new float[rows][columns];
    squares = new float[rows][columns];
  }

  /** Begins a step, in which each row may be moved once. */
  void step(double learningRate) {
    steps++;
    double unbiased = Math.sqrt(1 - Math.pow(SQUARE_KEPT, steps)) / (1 - Math.pow(KEPT, steps));
    rate = (float) (learningRate * unbiased);
  }

  /** Moves a row of weights down its gradient. */
  void move(int row, float[] weights, float[] gradient) {
    move(weights, gradient, means[row], squares[row], rate);
  }

  private static void move(float[] w, float[] g, float[] mean, float[] square, float rate) {
    for (int i = 0; i < w.length; i++) {
      float m = Math.fma(KEPT, mean[i], (1 - KEPT) * g[i]);
      float s = Math.fma(SQUARE_KEPT, square[i], Math.fma((1 - SQUARE_KEPT) * g[i], g[i], SMALL));
      mean[i] = m;
      square[i] = s;
      w[i] -= rate * m / ((float) Math.sqrt(s) + 1e-8f);
    }
  }
}
