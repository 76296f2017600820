package dev.parley.training;

import dev.parley.understanding.TagLattice;
import dev.parley.understanding.Transitions;
import dev.parley.understanding.VectorMath;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What one text says of the weights: its tags as they are weighed now against those it has. */
final class CrfPass {
  private static final float FEATURE_DROPOUT = 0.3f;

  /** What is left of the features stands for those that were dropped too. */
  static final float FEATURE_SCALE = 1 / (1 - FEATURE_DROPOUT);

  private static final float HIDDEN_DROPOUT = 0.5f;

  /** A word whose tags are this well known by now teaches nothing. */
  private static final float QUIET = 0.005f;

  final float[][] inputs;
  final float[][] outcomes;
  final float[][] errors;
  final float[][] inner;
  final boolean[] loud;
  final int[][] features;
  final float[][] pairs;

  private final SplittableRandom random;

  /** The weights as they are for one batch. */
  record Now(
      float[][] hidden,
      float[] hiddenBias,
      float[][] before,
      float[][] here,
      float[][] after,
      float[][] beforeTurned,
      float[][] hereTurned,
      float[][] afterTurned,
      float[] bias,
      float[][] rows,
      Transitions transitions) {}

  /**
   * @param inputs the states, standardised
   * @param features the rows of each word's features
   */
  CrfPass(float[][] inputs, int[][] features, int[] tags, float stateDropout, Now now, long seed) {
    this.inputs = inputs;
    random = new SplittableRandom(seed);
    int words = inputs.length;
    int width = now.bias().length;
    outcomes = new float[words][];
    this.features = new int[words][];
    for (int i = 0; i < words; i++) {
      drop(inputs[i], stateDropout);
      outcomes[i] = outcome(inputs[i], now);
      this.features[i] = kept(features[i]);
    }
    float[][] scores = scores(now, width);
    var lattice = new TagLattice(scores, now.transitions());
    errors = errors(scores, lattice, tags);
    loud = loud(errors);
    inner = inner(now);
    pairs = pairsOf(tags, width);
    lattice.addPairs(1, pairs);
  }

  private void drop(float[] values, float part) {
    if (part <= 0) {
      return;
    }
    float scale = 1 / (1 - part);
    int limit = (int) (part * 256);
    long bits = 0;
    for (int k = 0; k < values.length; k++) {
      bits = (k & 7) == 0 ? random.nextLong() : bits >>> 8;
      values[k] = (bits & 255) < limit ? 0 : values[k] * scale;
    }
  }

  private float[] outcome(float[] input, Now now) {
    float[] outcome = now.hiddenBias().clone();
    VectorMath.addProduct(input, input.length, now.hidden(), outcome);
    for (int k = 0; k < outcome.length; k++) {
      outcome[k] = Math.max(0, outcome[k]);
    }
    drop(outcome, HIDDEN_DROPOUT);
    return outcome;
  }

  private int[] kept(int[] features) {
    var kept = new int[features.length];
    int count = 0;
    for (int feature : features) {
      if (random.nextInt(1024) >= FEATURE_DROPOUT * 1024) {
        kept[count++] = feature;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private float[][] scores(Now now, int width) {
    int words = inputs.length;
    var scores = new float[words][];
    for (int i = 0; i < words; i++) {
      float[] score = new float[width];
      for (int feature : features[i]) {
        float[] row = now.rows()[feature];
        for (int t = 0; t < width; t++) {
          score[t] += row[t];
        }
      }
      for (int t = 0; t < width; t++) {
        score[t] = score[t] * FEATURE_SCALE + now.bias()[t];
      }
      if (i > 0) {
        VectorMath.addProduct(outcomes[i - 1], outcomes[i].length, now.before(), score);
      }
      VectorMath.addProduct(outcomes[i], outcomes[i].length, now.here(), score);
      if (i + 1 < words) {
        VectorMath.addProduct(outcomes[i + 1], outcomes[i].length, now.after(), score);
      }
      scores[i] = score;
    }
    return scores;
  }

  /** How probable each tag is beyond what it should be, in place of the scores. */
  private static float[][] errors(float[][] scores, TagLattice lattice, int[] tags) {
    for (int i = 0; i < scores.length; i++) {
      for (int t = 0; t < scores[i].length; t++) {
        scores[i][t] = lattice.probability(i, t) - (t == tags[i] ? 1 : 0);
      }
    }
    return scores;
  }

  /** Adds the states of words that teach the layer something, and their errors there. */
  void addInner(List<float[]> states, List<float[]> errors) {
    for (int i = 0; i < inner.length; i++) {
      if (teaches(i)) {
        states.add(inputs[i]);
        errors.add(inner[i]);
      }
    }
  }

  /** The outcomes for a word score its own tags and those of its neighbours. */
  private boolean teaches(int i) {
    return loud[i] || i > 0 && loud[i - 1] || i + 1 < loud.length && loud[i + 1];
  }

  private static boolean[] loud(float[][] errors) {
    var loud = new boolean[errors.length];
    for (int i = 0; i < loud.length; i++) {
      for (float error : errors[i]) {
        loud[i] |= Math.abs(error) > QUIET;
      }
    }
    return loud;
  }

  /** The errors as they reach the outcomes of the layer. */
  private float[][] inner(Now now) {
    int words = inputs.length;
    var inner = new float[words][];
    float scale = 1 / (1 - HIDDEN_DROPOUT);
    for (int i = 0; i < words; i++) {
      float[] sum = new float[outcomes[i].length];
      inner[i] = sum;
      if (!teaches(i)) {
        continue;
      }
      if (i + 1 < words) {
        VectorMath.addProduct(errors[i + 1], errors[i].length, now.beforeTurned(), sum);
      }
      VectorMath.addProduct(errors[i], errors[i].length, now.hereTurned(), sum);
      if (i > 0) {
        VectorMath.addProduct(errors[i - 1], errors[i].length, now.afterTurned(), sum);
      }
      for (int k = 0; k < sum.length; k++) {
        sum[k] = outcomes[i][k] > 0 ? sum[k] * scale : 0;
      }
    }
    return inner;
  }

  private static float[][] pairsOf(int[] tags, int width) {
    var pairs = new float[width][width];
    int before = 0;
    for (int tag : tags) {
      pairs[before][tag]--;
      before = tag;
    }
    return pairs;
  }
}
