package dev.parley.training;

import dev.parley.understanding.VectorMath;
import dev.parley.understanding.WordCounts;
import dev.parley.understanding.WordNetworkScorer;
import dev.parley.understanding.WordSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Learns a network with one hidden layer over words, an example at a time: words that occur with
 * the same intents come to mean the same.
 */
final class WordNetworkTraining {
  private static final double RATE = 0.15;
  private static final double DROPOUT = 0.3;
  private static final double SMOOTHING = 0.1;
  private static final double FIRST_WEIGHTS = 0.3;

  private final List<Lesson> lessons;
  private final WordSpace space;
  private final SplittableRandom random = new SplittableRandom(11);
  private final Dropout dropout = new Dropout(DROPOUT, random);
  private final AdaGrad input;
  private final AdaGrad inputBias;
  private final AdaGrad output;
  private final AdaGrad outputBias;
  private final float[] units;
  private final float[] blame;
  private final float[] errors;

  private WordNetworkTraining(List<Lesson> lessons, int classes, WordSpace space, int size) {
    this.lessons = lessons;
    this.space = space;
    var weights = new Random(11);
    input = new AdaGrad(initial(space.size(), size, FIRST_WEIGHTS, weights));
    inputBias = new AdaGrad(new float[1][size]);
    output = new AdaGrad(initial(size, classes, Math.sqrt(1.0 / size), weights));
    outputBias = new AdaGrad(new float[1][classes]);
    units = new float[size];
    blame = new float[size];
    errors = new float[classes];
  }

  private static float[][] initial(int rows, int columns, double deviation, Random random) {
    var matrix = new float[rows][columns];
    for (float[] row : matrix) {
      for (int i = 0; i < columns; i++) {
        row[i] = (float) (deviation * random.nextGaussian());
      }
    }
    return matrix;
  }

  /**
   * Learns from lessons, whose features are in the space.
   *
   * @param size of the hidden layer
   */
  static WordNetworkScorer fit(
      List<Lesson> lessons, int classes, WordSpace space, int size, int epochs) {
    return new WordNetworkTraining(lessons, classes, space, size).learn(epochs);
  }

  private WordNetworkScorer learn(int epochs) {
    var order = new Order(lessons.size(), random);
    var rows = new WordRows(lessons, space, random);
    double steps = (double) epochs * lessons.size();
    for (int epoch = 0; epoch < epochs; epoch++) {
      order.shuffle();
      for (int i = 0; i < lessons.size(); i++) {
        double part = ((double) epoch * lessons.size() + i) / steps;
        int lesson = order.at(i);
        WordCounts row = rows.thinned(lesson, epoch + i);
        forward(row);
        learn(row, lessons.get(lesson).label(), RATE * (1 + Math.cos(Math.PI * part)) / 2);
      }
    }
    return new WordNetworkScorer(
        space, input.rows(), inputBias.row(0), output.rows(), outputBias.row(0));
  }

  private void forward(WordCounts row) {
    System.arraycopy(inputBias.row(0), 0, units, 0, units.length);
    for (int i = 0; i < row.at().length; i++) {
      VectorMath.addScaled(row.value()[i], input.row(row.at()[i]), units);
    }
    dropout.rectify(units);
    System.arraycopy(outputBias.row(0), 0, errors, 0, errors.length);
    VectorMath.addProduct(units, units.length, output.rows(), errors);
  }

  private void learn(WordCounts row, int label, double rate) {
    double squares = Loss.toErrors(errors, label, SMOOTHING) / errors.length;
    double blamed = 0;
    Arrays.fill(blame, 0);
    for (int j = 0; j < units.length; j++) {
      if (units[j] > 0) {
        blame[j] = VectorMath.dot(output.row(j), errors, errors.length) * dropout.scale();
        blamed += blame[j] * blame[j] / units.length;
        output.move(j, units[j], errors, squares, rate);
      }
    }
    outputBias.move(0, 1, errors, squares, rate);
    inputBias.move(0, 1, blame, blamed, rate);
    for (int i = 0; i < row.at().length; i++) {
      input.move(row.at()[i], row.value()[i], blame, blamed, rate);
    }
  }
}
