package dev.parley.training;

import dev.parley.understanding.LinearScorer;
import dev.parley.understanding.TextFeatures;
import dev.parley.understanding.VectorMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns multinomial logistic regression with an L2 penalty: it minimises {@code |w|² / 2 + C ×
 * (sum of the examples' losses)}; the bias is not penalised.
 *
 * <p>The rows' mean is taken off before and given back to the bias afterwards: the minimum is the
 * same, and it is found in two thirds of the steps.
 *
 * <p>Rows are worked on in blocks. Scores are computed along a block's columns, gradients along its
 * rows, so that both inner loops are long, however few classes there are.
 */
final class SoftmaxRegression {
  private static final double C = 32;
  private static final int ITERATIONS = 150;
  private static final double TOLERANCE = 2e-4;
  private static final int BLOCK = 128;

  /** Sums that are added up at the end: always as many, so that every machine learns the same. */
  private static final int PARTS = 2;

  /** An error below this moves nothing that could be measured. */
  private static final float NEGLIGIBLE = 1e-6f;

  private final int[] labels;
  private final int classes;
  private final int numbers;
  private final float[] mean;
  private final Block[] blocks;
  private final int size;

  /** Some rows, both ways round. */
  private record Block(int first, float[][] rows, float[][] columns) {}

  private SoftmaxRegression(List<float[]> rows, int[] labels, int classes, int numbers) {
    this.labels = labels;
    this.classes = classes;
    this.numbers = numbers;
    size = rows.size();
    mean = mean(rows, numbers);
    blocks = new Block[(size + BLOCK - 1) / BLOCK];
    for (int b = 0; b < blocks.length; b++) {
      int first = b * BLOCK;
      blocks[b] = block(first, rows.subList(first, Math.min(size, first + BLOCK)));
    }
  }

  private static float[] mean(List<float[]> rows, int numbers) {
    var mean = new float[numbers];
    for (float[] row : rows) {
      for (int j = 0; j < numbers; j++) {
        mean[j] += row[j] / rows.size();
      }
    }
    return mean;
  }

  private Block block(int first, List<float[]> rows) {
    var centred = new float[rows.size()][numbers];
    var columns = new float[numbers][rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      float[] row = rows.get(r);
      for (int j = 0; j < numbers; j++) {
        centred[r][j] = row[j] - mean[j];
        columns[j][r] = centred[r][j];
      }
    }
    return new Block(first, centred, columns);
  }

  /**
   * Learns from every form of every lesson.
   *
   * @param numbers how many numbers of each vector are used, a multiple of four
   */
  static LinearScorer fit(List<Lesson> lessons, int classes, int numbers) {
    var rows = new ArrayList<float[]>();
    var labels = new ArrayList<Integer>();
    for (Lesson lesson : lessons) {
      for (TextFeatures form : lesson.forms()) {
        rows.add(form.vector());
        labels.add(lesson.label());
      }
    }
    return fit(rows, labels.stream().mapToInt(Integer::intValue).toArray(), classes, numbers);
  }

  /**
   * Learns from examples.
   *
   * @param rows a vector an example
   * @param labels an example's class each
   * @param numbers how many numbers of each vector are used, a multiple of four
   */
  static LinearScorer fit(List<float[]> rows, int[] labels, int classes, int numbers) {
    var regression = new SoftmaxRegression(rows, labels, classes, numbers);
    var flat = new float[classes * (numbers + 1)];
    new Lbfgs(regression::loss, ITERATIONS, TOLERANCE).minimise(flat);
    return regression.scorer(flat);
  }

  private LinearScorer scorer(float[] flat) {
    var weights = new float[numbers][classes];
    var bias = new float[classes];
    for (int k = 0; k < classes; k++) {
      int row = k * (numbers + 1);
      for (int j = 0; j < numbers; j++) {
        weights[j][k] = flat[row + j];
      }
      bias[k] =
          flat[row + numbers]
              - VectorMath.dot(mean, Arrays.copyOfRange(flat, row, row + numbers), numbers);
    }
    return new LinearScorer(weights, bias);
  }

  private double loss(float[] flat, float[] gradient) {
    var weights = new float[classes][];
    for (int k = 0; k < classes; k++) {
      weights[k] = Arrays.copyOfRange(flat, k * (numbers + 1), (k + 1) * (numbers + 1));
    }
    int parts = Math.min(blocks.length, PARTS);
    var gradients = new float[parts][classes][numbers + 1];
    double loss =
        IntStream.range(0, parts)
            .parallel()
            .mapToDouble(part -> partLoss(weights, part, parts, gradients[part]))
            .sum();
    return loss / size + gather(flat, gradients, gradient);
  }

  private double partLoss(float[][] weights, int part, int parts, float[][] gradient) {
    double loss = 0;
    for (int b = part; b < blocks.length; b += parts) {
      float[][] errors = scores(blocks[b], weights);
      loss += errors(blocks[b], errors);
      addGradient(blocks[b], errors, gradient);
    }
    return loss;
  }

  private float[][] scores(Block block, float[][] weights) {
    var scores = new float[classes][block.rows().length];
    for (int k = 0; k < classes; k++) {
      Arrays.fill(scores[k], weights[k][numbers]);
      VectorMath.addProduct(weights[k], numbers, block.columns(), scores[k]);
    }
    return scores;
  }

  /** Turns scores into probability minus truth, and returns the loss. */
  private double errors(Block block, float[][] scores) {
    double loss = 0;
    var row = new float[classes];
    for (int r = 0; r < block.rows().length; r++) {
      for (int k = 0; k < classes; k++) {
        row[k] = scores[k][r];
      }
      VectorMath.logSoftmax(row);
      int label = labels[block.first() + r];
      loss -= row[label];
      for (int k = 0; k < classes; k++) {
        scores[k][r] = (float) Math.exp(row[k]) - (k == label ? 1 : 0);
      }
    }
    return loss;
  }

  private void addGradient(Block block, float[][] errors, float[][] gradient) {
    var kept = new float[block.rows().length];
    var keptRows = new float[kept.length][];
    for (int k = 0; k < classes; k++) {
      int count = 0;
      for (int r = 0; r < kept.length; r++) {
        if (Math.abs(errors[k][r]) > NEGLIGIBLE) {
          kept[count] = errors[k][r];
          keptRows[count++] = block.rows()[r];
          gradient[k][numbers] += errors[k][r];
        }
      }
      VectorMath.addProduct(kept, count, keptRows, gradient[k], numbers);
    }
  }

  /** Writes the gradient with the penalty's, and returns the penalty. */
  private double gather(float[] flat, float[][][] parts, float[] gradient) {
    double scale = 1 / (C * size);
    double squares = 0;
    for (int k = 0; k < classes; k++) {
      for (int j = 0; j <= numbers; j++) {
        int at = k * (numbers + 1) + j;
        double sum = 0;
        for (float[][] part : parts) {
          sum += part[k][j];
        }
        double penalised = j < numbers ? flat[at] : 0;
        squares += penalised * penalised;
        gradient[at] = (float) (sum / size + scale * penalised);
      }
    }
    return scale * squares / 2;
  }
}
