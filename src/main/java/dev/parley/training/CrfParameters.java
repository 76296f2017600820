package dev.parley.training;

import dev.parley.understanding.CrfWeights;
import dev.parley.understanding.FeatureRows;
import dev.parley.understanding.SlotTags;
import dev.parley.understanding.Transitions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What a tagger learns, and how it changes by what texts say. */
final class CrfParameters {
  private static final float ROW_RATE = 0.1f;
  private static final float ROW_START = 1e-2f;
  private static final float TRANSITION_RATE = 5;

  private final int width;
  private final CrfLayer hidden;
  private final CrfLayer hiddenBias;
  private final CrfLayer before;
  private final CrfLayer here;
  private final CrfLayer after;
  private final CrfLayer bias;
  private final CrfLayer transitions;
  private final float[][] rows;
  private final float[][] rowSquares;
  private final float[][] rowSum;
  private int remembered;

  /**
   * @param inputs how many numbers a word's states have
   * @param outcomes how many outcomes the layer has that they go through
   * @param width how many tags there are
   * @param features how many features have a row
   */
  CrfParameters(int inputs, int outcomes, int width, int features, Random random) {
    this.width = width;
    double deviation = 0.5 / Math.sqrt(Math.max(1, outcomes));
    hidden = new CrfLayer(inputs, outcomes).random(random, 1 / Math.sqrt(Math.max(1, inputs)));
    hiddenBias = new CrfLayer(1, outcomes);
    before = new CrfLayer(outcomes, width).random(random, deviation);
    here = new CrfLayer(outcomes, width).random(random, deviation);
    after = new CrfLayer(outcomes, width).random(random, deviation);
    bias = new CrfLayer(1, width);
    transitions = new CrfLayer(width, width);
    rows = new float[features][width];
    rowSquares = new float[features][width];
    rowSum = new float[features][width];
  }

  CrfPass.Now now() {
    return new CrfPass.Now(
        hidden.weights,
        hiddenBias.weights[0],
        before.weights,
        here.weights,
        after.weights,
        CrfLayer.transposed(before.weights, width),
        CrfLayer.transposed(here.weights, width),
        CrfLayer.transposed(after.weights, width),
        bias.weights[0],
        rows,
        new Transitions(transitions.weights));
  }

  /**
   * One step by what the texts of a batch say.
   *
   * @param rate how far the layers go
   * @param part of their usual way that the rows of features go
   * @param time the number of the step, from 1
   */
  void step(CrfPass[] passes, float rate, float part, int time) {
    var inputs = new ArrayList<float[]>();
    var inner = new ArrayList<float[]>();
    for (CrfPass pass : passes) {
      pass.addInner(inputs, inner);
    }
    hidden.step(inputs, inner, rate, time);
    stepRows(passes, ROW_RATE * part);
    stepOutputs(before, -1, passes, rate, time);
    stepOutputs(here, 0, passes, rate, time);
    stepOutputs(after, 1, passes, rate, time);
    stepRest(passes, rate, time);
  }

  /** AdaGrad, word by word. */
  private void stepRows(CrfPass[] passes, float step) {
    for (CrfPass pass : passes) {
      for (int i = 0; i < pass.features.length; i++) {
        for (int feature : pass.features[i]) {
          if (pass.loud[i]) {
            stepRow(rows[feature], rowSquares[feature], pass.errors[i], step);
          }
        }
      }
    }
  }

  private static void stepRow(float[] row, float[] squares, float[] errors, float step) {
    for (int t = 0; t < row.length; t++) {
      float g = errors[t] * CrfPass.FEATURE_SCALE + CrfLayer.LEAST;
      squares[t] += g * g;
      row[t] -= step * g / (float) Math.sqrt(squares[t] + ROW_START);
    }
  }

  /**
   * @param distance where the outcomes stand that the layer reads
   */
  private static void stepOutputs(
      CrfLayer layer, int distance, CrfPass[] passes, float rate, int time) {
    var outcomes = new ArrayList<float[]>();
    var errors = new ArrayList<float[]>();
    for (CrfPass pass : passes) {
      for (int i = 0; i < pass.errors.length; i++) {
        int at = i + distance;
        if (pass.loud[i] && at >= 0 && at < pass.errors.length) {
          outcomes.add(pass.outcomes[at]);
          errors.add(pass.errors[i]);
        }
      }
    }
    layer.step(outcomes, errors, rate, time);
  }

  private void stepRest(CrfPass[] passes, float rate, int time) {
    var inner = new float[hiddenBias.weights[0].length];
    var outer = new float[width];
    var pairs = new float[width][width];
    for (CrfPass pass : passes) {
      Arrays.stream(pass.inner).forEach(errors -> CrfLayer.add(errors, inner));
      Arrays.stream(pass.errors).forEach(errors -> CrfLayer.add(errors, outer));
      for (int t = 0; t < width; t++) {
        CrfLayer.add(pass.pairs[t], pairs[t]);
      }
    }
    hiddenBias.step(0, inner, rate, time);
    bias.step(0, outer, rate, time);
    for (int t = 0; t < width; t++) {
      transitions.step(t, pairs[t], TRANSITION_RATE * rate, time);
    }
  }

  /** Takes how everything is now into the mean. */
  void remember() {
    List.of(hidden, hiddenBias, before, here, after, bias, transitions).forEach(CrfLayer::remember);
    for (int row = 0; row < rows.length; row++) {
      CrfLayer.add(rows[row], rowSum[row]);
    }
    remembered++;
  }

  /** The means of what was remembered. */
  CrfWeights weights(
      String encoder, SlotTags tags, int layers, StateSpread spread, FeatureIndex features) {
    for (float[] row : rowSum) {
      for (int t = 0; t < width; t++) {
        row[t] /= remembered;
      }
    }
    return new CrfWeights(
        encoder,
        tags,
        layers,
        spread.mean(),
        spread.scale(),
        hidden.mean(remembered),
        hiddenBias.mean(remembered)[0],
        before.mean(remembered),
        here.mean(remembered),
        after.mean(remembered),
        bias.mean(remembered)[0],
        new FeatureRows(features.buckets(), rowSum),
        transitions.mean(remembered));
  }
}
