package dev.parley.training;

import dev.parley.understanding.MlpScorer;
import dev.parley.understanding.VectorMath;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Learns a network with one hidden layer, by Adam on small batches, with dropout, smoothed labels,
 * and a rate that warms up and then falls along a cosine.
 *
 * <p>Scores are computed along a batch's columns, gradients along its rows, so that all inner loops
 * are long and run on wide registers. A unit that is silent for an example costs nothing on the way
 * back.
 */
final class MlpTraining {
  private static final double WARM_UP = 0.1;

  /**
   * How to learn.
   *
   * @param units of the hidden layer
   * @param numbers how many of each vector's numbers are used
   * @param centred whether the vectors are centred and scaled before
   * @param inputDropout the part of the numbers that is left out at each step
   * @param hiddenDropout the part of the units that is left out at each step
   * @param smoothing the part of the probability that is shared among all labels
   */
  record Settings(
      int units,
      int numbers,
      boolean centred,
      int epochs,
      int batch,
      double rate,
      double inputDropout,
      double hiddenDropout,
      double smoothing) {}

  private final List<Lesson> lessons;
  private final int classes;
  private final Settings settings;
  private final int batch;
  private final SplittableRandom random;
  private final Centring centring;
  private final Dropout inputDropout;
  private final Dropout hiddenDropout;
  private final DenseLayer hidden;
  private final DenseLayer output;

  private final float[][] inputs;
  private final float[][] inputColumns;
  private final float[][] active;
  private final float[][] activeRows;
  private final float[][] errors;
  private final int[] labels;

  private MlpTraining(List<Lesson> lessons, int classes, Settings settings, long seed) {
    this.lessons = lessons;
    this.classes = classes;
    this.settings = settings;
    batch = Math.min(settings.batch(), lessons.size());
    random = new SplittableRandom(seed);
    centring =
        settings.centred()
            ? Centring.of(lessons, settings.numbers())
            : Centring.none(settings.numbers());
    inputDropout = new Dropout(settings.inputDropout(), random);
    hiddenDropout = new Dropout(settings.hiddenDropout(), random);
    var weights = new Random(seed);
    int units = settings.units();
    int numbers = settings.numbers();
    hidden = new DenseLayer(units, numbers, Math.sqrt(2.0 / numbers), weights);
    output = new DenseLayer(classes, units, Math.sqrt(1.0 / units), weights);
    inputs = new float[batch][numbers];
    inputColumns = new float[numbers][batch];
    active = new float[units][batch];
    activeRows = new float[batch][units];
    errors = new float[classes][batch];
    labels = new int[batch];
  }

  /** Learns from lessons; the same seed gives the same network. */
  static MlpScorer fit(List<Lesson> lessons, int classes, Settings settings, long seed) {
    return new MlpTraining(lessons, classes, settings, seed).learn();
  }

  private MlpScorer learn() {
    var order = new Order(lessons.size(), random);
    int batches = lessons.size() / batch;
    double steps = (double) batches * settings.epochs();
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      order.shuffle();
      for (int b = 0; b < batches; b++) {
        load(order, b * batch, epoch);
        forward();
        double rate = settings.rate() * schedule((epoch * batches + b + 1) / steps);
        hidden.step(rate);
        output.step(rate);
        learnHidden();
        learnOutput();
      }
    }
    float[][] input = hidden.transposed();
    centring.undo(input, hidden.bias());
    return new MlpScorer(input, hidden.bias(), output.transposed(), output.bias());
  }

  private static double schedule(double part) {
    return part < WARM_UP
        ? part / WARM_UP
        : (1 + Math.cos(Math.PI * (part - WARM_UP) / (1 - WARM_UP))) / 2;
  }

  private void load(Order order, int first, int epoch) {
    for (int r = 0; r < batch; r++) {
      Lesson lesson = lessons.get(order.at(first + r));
      labels[r] = lesson.label();
      inputDropout.thin(lesson.form(epoch + r).vector(), centring, inputs[r]);
    }
    DenseLayer.transpose(inputs, inputColumns);
  }

  private void forward() {
    hidden.units(inputColumns, active);
    for (float[] unit : active) {
      hiddenDropout.rectify(unit);
    }
    DenseLayer.transpose(active, activeRows);
    output.units(active, errors);
    var scores = new float[classes];
    for (int r = 0; r < batch; r++) {
      toErrors(r, scores);
    }
  }

  private void toErrors(int r, float[] scores) {
    for (int k = 0; k < classes; k++) {
      scores[k] = errors[k][r];
    }
    Loss.toErrors(scores, labels[r], settings.smoothing());
    for (int k = 0; k < classes; k++) {
      errors[k][r] = scores[k] / batch;
    }
  }

  private void learnHidden() {
    var weights = new float[classes];
    var blame = new float[batch];
    var gradient = new float[settings.numbers()];
    var biasGradient = new float[active.length];
    var kept = new float[batch];
    var keptRows = new float[batch][];
    for (int j = 0; j < active.length; j++) {
      output.column(j, weights);
      Arrays.fill(blame, 0);
      VectorMath.addProduct(weights, classes, errors, blame);
      int count = 0;
      for (int r = 0; r < batch; r++) {
        if (active[j][r] > 0) {
          kept[count] = blame[r] * hiddenDropout.scale();
          biasGradient[j] += kept[count];
          keptRows[count++] = inputs[r];
        }
      }
      Arrays.fill(gradient, 0);
      VectorMath.addProduct(kept, count, keptRows, gradient);
      hidden.move(j, gradient);
    }
    hidden.moveBias(biasGradient);
  }

  private void learnOutput() {
    var gradient = new float[active.length];
    var biasGradient = new float[classes];
    for (int k = 0; k < classes; k++) {
      Arrays.fill(gradient, 0);
      VectorMath.addProduct(errors[k], batch, activeRows, gradient);
      output.move(k, gradient);
      for (float error : errors[k]) {
        biasGradient[k] += error;
      }
    }
    output.moveBias(biasGradient);
  }
}
