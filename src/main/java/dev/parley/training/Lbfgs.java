package dev.parley.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;

/**
 * Finds the minimum of a smooth convex function: limited-memory BFGS with a backtracking line
 * search (Nocedal and Wright, Numerical Optimization, algorithms 7.4 and 3.1).
 */
final class Lbfgs {
  private static final int REMEMBERED = 10;
  private static final int HALVINGS = 30;
  private static final double SUFFICIENT_DECREASE = 1e-4;

  /** A function that fills in its gradient and returns its value. */
  interface Objective {
    double at(float[] x, float[] gradient);
  }

  private record Step(float[] moved, float[] gradientChange, double curvature) {}

  private final Objective objective;
  private final int iterations;
  private final double tolerance;

  /**
   * @param tolerance stops when a step lowers the value by less than this part of it
   */
  Lbfgs(Objective objective, int iterations, double tolerance) {
    this.objective = objective;
    this.iterations = iterations;
    this.tolerance = tolerance;
  }

  /** Moves {@code x} to the minimum. */
  void minimise(float[] x) {
    var gradient = new float[x.length];
    double value = objective.at(x, gradient);
    Deque<Step> steps = new ArrayDeque<>();
    for (int i = 0; i < iterations; i++) {
      float[] direction = direction(gradient, steps);
      double slope = dot(direction, gradient);
      var next = new float[x.length];
      var nextGradient = new float[x.length];
      double nextValue =
          search(x, direction, value, slope, firstLength(gradient, steps), next, nextGradient);
      if (Double.isNaN(nextValue)) {
        return;
      }
      remember(steps, x, next, gradient, nextGradient);
      System.arraycopy(next, 0, x, 0, x.length);
      boolean done = value - nextValue < tolerance * Math.max(1e-3, Math.abs(value));
      gradient = nextGradient;
      value = nextValue;
      if (done) {
        return;
      }
    }
  }

  private static double firstLength(float[] gradient, Deque<Step> steps) {
    return steps.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
  }

  /** Returns the value at the point found, or NaN when no step lowers it. */
  private double search(
      float[] x,
      float[] direction,
      double value,
      double slope,
      double firstLength,
      float[] next,
      float[] nextGradient) {
    double length = firstLength;
    for (int i = 0; i < HALVINGS; i++) {
      for (int k = 0; k < x.length; k++) {
        next[k] = (float) (x[k] + length * direction[k]);
      }
      double reached = objective.at(next, nextGradient);
      if (reached <= value + SUFFICIENT_DECREASE * length * slope) {
        return reached;
      }
      double bend = 2 * (reached - value - length * slope);
      double best = -slope * length * length / bend;
      length = Math.min(Math.max(best, 0.1 * length), 0.5 * length);
    }
    return Double.NaN;
  }

  private static void remember(
      Deque<Step> steps, float[] x, float[] next, float[] gradient, float[] nextGradient) {
    float[] moved = difference(next, x);
    float[] change = difference(nextGradient, gradient);
    double curvature = dot(moved, change);
    if (curvature > 1e-12) {
      steps.addLast(new Step(moved, change, curvature));
      if (steps.size() > REMEMBERED) {
        steps.removeFirst();
      }
    }
  }

  /** Downhill, bent by what the last steps tell of the curvature. */
  private static float[] direction(float[] gradient, Deque<Step> steps) {
    float[] d = gradient.clone();
    var recent = new ArrayList<>(steps);
    var weights = new double[recent.size()];
    for (int i = recent.size() - 1; i >= 0; i--) {
      Step step = recent.get(i);
      weights[i] = dot(step.moved(), d) / step.curvature();
      add(-weights[i], step.gradientChange(), d);
    }
    if (!recent.isEmpty()) {
      Step last = recent.get(recent.size() - 1);
      scale(last.curvature() / dot(last.gradientChange(), last.gradientChange()), d);
    }
    for (int i = 0; i < recent.size(); i++) {
      Step step = recent.get(i);
      double weight = dot(step.gradientChange(), d) / step.curvature();
      add(weights[i] - weight, step.moved(), d);
    }
    scale(-1, d);
    return d;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static void add(double scale, float[] a, float[] into) {
    for (int i = 0; i < a.length; i++) {
      into[i] += (float) (scale * a[i]);
    }
  }

  private static void scale(double scale, float[] a) {
    for (int i = 0; i < a.length; i++) {
      a[i] = (float) (a[i] * scale);
    }
  }

  private static float[] difference(float[] a, float[] b) {
    var difference = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }
}
