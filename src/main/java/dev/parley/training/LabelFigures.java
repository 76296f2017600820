package dev.parley.training;

/**
 * How well one intent, or one slot, was told.
 *
 * @param support how often it was meant
 * @param precision the part of what was taken for it that is it
 * @param recall the part of it that was taken for it
 * @param f1 their harmonic mean
 */
public record LabelFigures(String label, int support, double precision, double recall, double f1) {

  static LabelFigures of(String label, int right, int predicted, int expected) {
    return new LabelFigures(
        label,
        expected,
        predicted == 0 ? 0 : (double) right / predicted,
        expected == 0 ? 0 : (double) right / expected,
        expected + predicted == 0 ? 0 : 2.0 * right / (expected + predicted));
  }
}
