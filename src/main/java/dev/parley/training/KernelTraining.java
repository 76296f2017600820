package dev.parley.training;

import dev.parley.understanding.KernelScorer;
import dev.parley.understanding.TextFeatures;
import dev.parley.understanding.VectorMath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Learns a kernel machine in closed form: regularised least squares (Rifkin et al. 2003) over the
 * nearness to landmarks drawn from the examples, as in the Nyström method (Williams and Seeger
 * 2001). It errs otherwise than networks do.
 *
 * <p>Rows are worked on in blocks: of each, both the rows and the columns fit into the cache.
 */
final class KernelTraining {
  private static final int BLOCK = 64;

  /** How far nearness reaches: as a part of how far examples are from their mean. */
  private static final double NARROWNESS = 1;

  private static final double PENALTY = 0.3;

  /** What turns least squares' outcomes, which lie between 0 and 1, into scores. */
  private static final float SHARPNESS = 10;

  private final List<float[]> rows = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private final int numbers;
  private final float[][] landmarks;
  private final float[] squares;
  private final float narrowness;
  private final float[][] products;
  private final float[][] targets;
  private final float[] sums;
  private final float[] counts;

  private KernelTraining(List<Lesson> lessons, int classes, int numbers, int most, long seed) {
    this.numbers = numbers;
    for (Lesson lesson : lessons) {
      for (TextFeatures form : lesson.forms()) {
        rows.add(form.vector());
        labels.add(lesson.label());
      }
    }
    landmarks = landmarks(most, seed);
    squares = new float[landmarks.length];
    for (int m = 0; m < squares.length; m++) {
      squares[m] = square(landmarks[m]);
    }
    narrowness = (float) (NARROWNESS / Centring.spread(rows, numbers));
    products = new float[landmarks.length][landmarks.length];
    targets = new float[landmarks.length][classes];
    sums = new float[landmarks.length];
    counts = new float[classes];
  }

  /**
   * Learns from every form of every lesson; the same seed gives the same machine.
   *
   * @param numbers how many numbers of each vector are used
   * @param most landmarks
   */
  static KernelScorer fit(List<Lesson> lessons, int classes, int numbers, int most, long seed) {
    return new KernelTraining(lessons, classes, numbers, most, seed).learn();
  }

  private float[][] landmarks(int most, long seed) {
    var drawn = new ArrayList<>(rows);
    Collections.shuffle(drawn, new Random(seed));
    return drawn.stream().distinct().limit(most).toArray(float[][]::new);
  }

  private float square(float[] row) {
    return VectorMath.dot(row, row, numbers);
  }

  private KernelScorer learn() {
    for (int first = 0; first < rows.size(); first += BLOCK) {
      add(first, Math.min(rows.size(), first + BLOCK));
    }
    centre();
    new Cholesky(products).solve(targets);
    return scorer();
  }

  private void add(int first, int end) {
    float[][] near = near(rows.subList(first, end));
    var nearRows = new float[end - first][landmarks.length];
    DenseLayer.transpose(near, nearRows);
    for (int m = 0; m < near.length; m++) {
      VectorMath.addProduct(near[m], nearRows.length, nearRows, products[m], m + 1);
      for (int r = 0; r < nearRows.length; r++) {
        targets[m][labels.get(first + r)] += near[m][r];
        sums[m] += near[m][r];
      }
    }
    for (int r = first; r < end; r++) {
      counts[labels.get(r)]++;
    }
  }

  /** How near some rows are, a column each, to the landmarks. */
  private float[][] near(List<float[]> some) {
    var columns = new float[numbers][some.size()];
    var own = new float[some.size()];
    for (int r = 0; r < own.length; r++) {
      float[] row = some.get(r);
      own[r] = square(row);
      for (int i = 0; i < numbers; i++) {
        columns[i][r] = row[i];
      }
    }
    var near = new float[landmarks.length][own.length];
    for (int m = 0; m < near.length; m++) {
      VectorMath.addProduct(landmarks[m], numbers, columns, near[m]);
      for (int r = 0; r < own.length; r++) {
        near[m][r] = KernelScorer.nearness(own[r] + squares[m] - 2 * near[m][r], narrowness);
      }
    }
    return near;
  }

  /** Takes the means off, as if each row had been centred, and penalises. */
  private void centre() {
    for (int m = 0; m < products.length; m++) {
      float mean = sums[m] / rows.size();
      for (int n = 0; n <= m; n++) {
        products[m][n] -= mean * sums[n];
      }
      products[m][m] += PENALTY;
      VectorMath.addScaled(-mean, counts, targets[m]);
    }
  }

  private KernelScorer scorer() {
    var bias = new float[counts.length];
    VectorMath.addScaled(1f / rows.size(), counts, bias);
    for (int m = 0; m < sums.length; m++) {
      VectorMath.addScaled(-sums[m] / rows.size(), targets[m], bias);
    }
    for (float[] weights : targets) {
      sharpen(weights);
    }
    sharpen(bias);
    var columns = new float[numbers][landmarks.length];
    DenseLayer.transpose(landmarks, columns);
    return new KernelScorer(columns, squares, narrowness, targets, bias);
  }

  private static void sharpen(float[] weights) {
    for (int k = 0; k < weights.length; k++) {
      weights[k] *= SHARPNESS;
    }
  }
}
