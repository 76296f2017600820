package dev.parley.training;

import dev.parley.understanding.VectorMath;
import java.util.Arrays;
import java.util.Random;

/** A layer of a network while it is learnt: a row of weights and a bias for each unit. */
final class DenseLayer {
  private static final int INPUTS_AT_ONCE = 128;

  private final float[][] weights;
  private final float[] bias;
  private final Adam weightsAdam;
  private final Adam biasAdam;

  DenseLayer(int units, int inputs, double deviation, Random random) {
    weights = new float[units][inputs];
    for (float[] row : weights) {
      for (int i = 0; i < inputs; i++) {
        row[i] = (float) (deviation * random.nextGaussian());
      }
    }
    bias = new float[units];
    weightsAdam = new Adam(units, inputs);
    biasAdam = new Adam(1, units);
  }

  int units() {
    return weights.length;
  }

  /**
   * What the units make of a batch whose inputs are rows and whose examples are columns. Some
   * inputs at a time go through all units, so that they stay in the processor's near memory.
   */
  void units(float[][] columns, float[][] into) {
    for (int unit = 0; unit < into.length; unit++) {
      Arrays.fill(into[unit], bias[unit]);
    }
    for (int from = 0; from < columns.length; from += INPUTS_AT_ONCE) {
      int to = Math.min(columns.length, from + INPUTS_AT_ONCE);
      for (int unit = 0; unit < into.length; unit++) {
        float[] sum = into[unit];
        VectorMath.addProduct(weights[unit], from, to, columns, sum, sum.length);
      }
    }
  }

  /** What an input weighs in each unit. */
  void column(int input, float[] into) {
    for (int unit = 0; unit < into.length; unit++) {
      into[unit] = weights[unit][input];
    }
  }

  /** Begins a step, in which each unit's weights may be moved once, and the bias once. */
  void step(double rate) {
    weightsAdam.step(rate);
    biasAdam.step(rate);
  }

  void move(int unit, float[] gradient) {
    weightsAdam.move(unit, weights[unit], gradient);
  }

  void moveBias(float[] gradient) {
    biasAdam.move(0, bias, gradient);
  }

  /** The weights with a row an input. */
  float[][] transposed() {
    var rows = new float[weights[0].length][weights.length];
    transpose(weights, rows);
    return rows;
  }

  float[] bias() {
    return bias;
  }

  static void transpose(float[][] from, float[][] to) {
    for (int i = 0; i < to.length; i++) {
      float[] row = to[i];
      for (int j = 0; j < row.length; j++) {
        row[j] = from[j][i];
      }
    }
  }
}
