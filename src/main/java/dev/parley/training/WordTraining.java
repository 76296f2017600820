package dev.parley.training;

import dev.parley.understanding.VectorMath;
import dev.parley.understanding.WordCounts;
import dev.parley.understanding.WordScorer;
import dev.parley.understanding.WordSpace;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns multinomial logistic regression over words, an example at a time. Each feature's steps
 * shrink with what it has moved already (AdaGrad), and a part of the features is left out at each
 * step, so that none is relied upon alone.
 */
final class WordTraining {
  private static final int EPOCHS = 10;
  private static final double RATE = 0.5;
  private static final double BIAS_RATE = 0.05;
  private static final double DROPOUT = 0.2;
  private static final float SMOOTHING = 0.02f;
  private static final double SMALL = 1e-8;

  private final List<Lesson> lessons;
  private final int classes;
  private final WordSpace space;
  private final SplittableRandom random = new SplittableRandom(7);
  private final float[][] weights;
  private final double[] moved;
  private final float[] bias;
  private final double[] biasMoved;
  private final float[] errors;

  private WordTraining(List<Lesson> lessons, int classes, WordSpace space) {
    this.lessons = lessons;
    this.classes = classes;
    this.space = space;
    weights = new float[space.size()][classes];
    moved = new double[space.size()];
    bias = new float[classes];
    biasMoved = new double[classes];
    errors = new float[classes];
  }

  /** The features of these lessons. */
  static WordSpace space(List<Lesson> lessons) {
    return WordSpace.of(
        lessons.stream().flatMap(l -> l.forms().stream()).map(form -> form.words()).toList());
  }

  /** Learns from lessons, whose features are in the space. */
  static WordScorer fit(List<Lesson> lessons, int classes, WordSpace space) {
    return new WordTraining(lessons, classes, space).learn();
  }

  private WordScorer learn() {
    var order = new Order(lessons.size(), random);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      double rate = RATE * (1 + Math.cos(Math.PI * epoch / EPOCHS)) / 2;
      order.shuffle();
      for (int i = 0; i < lessons.size(); i++) {
        Lesson lesson = lessons.get(order.at(i));
        step(thinned(space.place(lesson.form(epoch + i).words())), lesson.label(), rate);
      }
    }
    return new WordScorer(space, weights, bias);
  }

  private WordCounts thinned(WordCounts row) {
    var at = new int[row.at().length];
    var value = new float[at.length];
    int count = 0;
    for (int i = 0; i < at.length; i++) {
      if (random.nextDouble() >= DROPOUT) {
        at[count] = row.at()[i];
        value[count++] = (float) (row.value()[i] / (1 - DROPOUT));
      }
    }
    return new WordCounts(Arrays.copyOf(at, count), Arrays.copyOf(value, count));
  }

  private void step(WordCounts row, int label, double rate) {
    System.arraycopy(bias, 0, errors, 0, classes);
    for (int i = 0; i < row.at().length; i++) {
      VectorMath.addScaled(row.value()[i], weights[row.at()[i]], errors);
    }
    double squares = errors(label);
    for (int k = 0; k < classes; k++) {
      biasMoved[k] += errors[k] * errors[k];
      bias[k] -= (float) (BIAS_RATE * rate / RATE * errors[k] / Math.sqrt(biasMoved[k] + SMALL));
    }
    for (int i = 0; i < row.at().length; i++) {
      int feature = row.at()[i];
      double value = row.value()[i];
      moved[feature] += value * value * squares;
      double length = rate * value / Math.sqrt(moved[feature] + SMALL);
      VectorMath.addScaled((float) -length, errors, weights[feature]);
    }
  }

  /** Turns scores into probability minus truth, and returns the sum of their squares. */
  private double errors(int label) {
    VectorMath.logSoftmax(errors);
    double squares = 0;
    for (int k = 0; k < classes; k++) {
      float truth = SMOOTHING / classes + (k == label ? 1 - SMOOTHING : 0);
      errors[k] = (float) Math.exp(errors[k]) - truth;
      squares += errors[k] * errors[k];
    }
    return squares;
  }
}
