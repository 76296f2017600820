package dev.parley.teaching;

/** How much a message would teach: most where it nearly fits, and is like nothing that is known. */
public final class LearningValue {
  private static final double SCALE = 2;

  private LearningValue() {}

  /**
   * From 0 to 1.
   *
   * @param margin how much better the best intent fits than none, less what it has to
   * @param resemblance how like the nearest examples it is, from -1 to 1
   */
  public static double of(double margin, double resemblance) {
    double closeness = SCALE / (SCALE + Math.abs(margin));
    double novelty = (1 - Math.max(0, Math.min(1, resemblance))) / 2 + 0.5;
    return Double.isFinite(margin) ? closeness * novelty : 0.1;
  }

  /** What several of the same are worth. */
  public static double of(double once, int count) {
    return once * (1 + Math.log(Math.max(1, count)));
  }
}
