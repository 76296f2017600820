package dev.parley.understanding;

/**
 * A kernel machine: what a sentence means is compared with that of landmarks, which are some of the
 * examples, and those that are near say what it is.
 *
 * @param landmarks a row for each number of a vector, a column a landmark
 * @param squares the square of each landmark's length
 * @param narrowness how fast nearness, {@code exp(-narrowness × distance²)}, falls
 * @param weights a row for each landmark, a column a label
 * @param bias one number a label
 */
public record KernelScorer(
    float[][] landmarks, float[] squares, float narrowness, float[][] weights, float[] bias)
    implements LabelScorer {
  @Override
  public void logProbabilities(TextFeatures text, float[] into) {
    var near = new float[squares.length];
    VectorMath.addProduct(text.vector(), landmarks.length, landmarks, near);
    float own = VectorMath.dot(text.vector(), text.vector(), landmarks.length);
    for (int m = 0; m < near.length; m++) {
      near[m] = nearness(own + squares[m] - 2 * near[m], narrowness);
    }
    System.arraycopy(bias, 0, into, 0, into.length);
    VectorMath.addProduct(near, near.length, weights, into);
    VectorMath.logSoftmax(into);
  }

  /** The Gaussian kernel. */
  public static float nearness(float squaredDistance, float narrowness) {
    return (float) Math.exp(-narrowness * Math.max(0, squaredDistance));
  }
}
