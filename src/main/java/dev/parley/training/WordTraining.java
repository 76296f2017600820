package dev.parley.training;

import dev.parley.understanding.TextFeatures;
import dev.parley.understanding.VectorMath;
import dev.parley.understanding.WordCounts;
import dev.parley.understanding.WordScorer;
import dev.parley.understanding.WordSpace;
import java.util.List;
import java.util.SplittableRandom;

/** Learns multinomial logistic regression over words, an example at a time. */
final class WordTraining {
  private static final int EPOCHS = 10;
  private static final double RATE = 0.5;

  /** Half of the rounds in longer steps lose a fifth of a point where all is learnt in seconds. */
  private static final int FEW_EPOCHS = 5;

  private static final double FAST_RATE = 0.8;
  private static final double BIAS_RATE = 0.05;
  private static final double SMOOTHING = 0.02;

  private final List<Lesson> lessons;
  private final WordSpace space;
  private final SplittableRandom random = new SplittableRandom(7);
  private final int epochs;
  private final double weightsRate;
  private final AdaGrad weights;
  private final AdaGrad bias;
  private final float[] errors;

  private WordTraining(
      List<Lesson> lessons, int classes, WordSpace space, int epochs, double weightsRate) {
    this.lessons = lessons;
    this.space = space;
    this.epochs = epochs;
    this.weightsRate = weightsRate;
    weights = new AdaGrad(new float[space.size()][classes]);
    bias = new AdaGrad(new float[1][classes]);
    errors = new float[classes];
  }

  /** The features of these lessons. */
  static WordSpace space(List<Lesson> lessons) {
    return WordSpace.of(
        lessons.stream().flatMap(l -> l.forms().stream()).map(TextFeatures::words).toList());
  }

  /** Learns from lessons, whose features are in the space. */
  static WordScorer fit(List<Lesson> lessons, int classes, WordSpace space) {
    return new WordTraining(lessons, classes, space, EPOCHS, RATE).learn();
  }

  /** The same in half of the time. */
  static WordScorer fitFast(List<Lesson> lessons, int classes, WordSpace space) {
    return new WordTraining(lessons, classes, space, FEW_EPOCHS, FAST_RATE).learn();
  }

  private WordScorer learn() {
    var order = new Order(lessons.size(), random);
    var rows = new WordRows(lessons, space, random);
    for (int epoch = 0; epoch < epochs; epoch++) {
      double rate = (1 + Math.cos(Math.PI * epoch / epochs)) / 2;
      order.shuffle();
      for (int i = 0; i < lessons.size(); i++) {
        int lesson = order.at(i);
        step(rows.thinned(lesson, epoch + i), lessons.get(lesson).label(), rate);
      }
    }
    return new WordScorer(space, weights.rows(), bias.row(0));
  }

  private void step(WordCounts row, int label, double rate) {
    System.arraycopy(bias.row(0), 0, errors, 0, errors.length);
    for (int i = 0; i < row.at().length; i++) {
      VectorMath.addScaled(row.value()[i], weights.row(row.at()[i]), errors);
    }
    double squares = Loss.toErrors(errors, label, SMOOTHING);
    bias.move(0, 1, errors, squares, BIAS_RATE * rate);
    for (int i = 0; i < row.at().length; i++) {
      weights.move(row.at()[i], row.value()[i], errors, squares, weightsRate * rate);
    }
  }
}
