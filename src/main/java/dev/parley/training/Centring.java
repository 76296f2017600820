package dev.parley.training;

import dev.parley.understanding.TextFeatures;
import dev.parley.understanding.VectorMath;
import java.util.List;

/**
 * Moves vectors so that their mean is zero and scales them so that their numbers vary by one. All
 * sentences have much in common, and a network would spend most of its time on learning that.
 */
final class Centring {
  private final float[] mean;
  private final float scale;

  private Centring(float[] mean, float scale) {
    this.mean = mean;
    this.scale = scale;
  }

  /** Leaves vectors as they are. */
  static Centring none(int numbers) {
    return new Centring(new float[numbers], 1);
  }

  /** The mean squared distance of some rows from their mean. */
  static double spread(List<float[]> rows, int numbers) {
    var mean = new float[numbers];
    for (float[] row : rows) {
      VectorMath.addScaled(1f / rows.size(), row, mean);
    }
    return Math.max(1e-9, rows.stream().mapToDouble(row -> squares(row, mean)).average().orElse(1));
  }

  static Centring of(List<Lesson> lessons, int numbers) {
    var mean = new float[numbers];
    int forms = lessons.stream().mapToInt(lesson -> lesson.forms().size()).sum();
    for (Lesson lesson : lessons) {
      for (TextFeatures form : lesson.forms()) {
        for (int i = 0; i < numbers; i++) {
          mean[i] += form.vector()[i] / forms;
        }
      }
    }
    double squares = 0;
    for (Lesson lesson : lessons) {
      for (TextFeatures form : lesson.forms()) {
        squares += squares(form.vector(), mean) / forms;
      }
    }
    return new Centring(mean, (float) Math.sqrt(numbers / Math.max(squares, 1e-9)));
  }

  private static float squares(float[] vector, float[] mean) {
    float sum = 0;
    for (int i = 0; i < mean.length; i++) {
      float moved = vector[i] - mean[i];
      sum += moved * moved;
    }
    return sum;
  }

  /** Writes a vector, moved and scaled. */
  void write(float[] vector, float[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = (vector[i] - mean[i]) * scale;
    }
  }

  /** Lets a layer, whose rows are inputs, read vectors as they are. */
  void undo(float[][] rows, float[] bias) {
    for (int i = 0; i < rows.length; i++) {
      float[] row = rows[i];
      for (int unit = 0; unit < row.length; unit++) {
        row[unit] *= scale;
      }
      VectorMath.addScaled(-mean[i], row, bias);
    }
  }
}
