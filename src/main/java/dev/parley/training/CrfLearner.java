package dev.parley.training;

import dev.parley.understanding.CrfWeights;
import dev.parley.understanding.Encoder;
import dev.parley.understanding.FeatureRows;
import dev.parley.understanding.SlotTags;
import dev.parley.understanding.Transitions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns a tagger. Texts of a batch, and parts of the weights, are worked on side by side; each
 * writes where no other does, so that the result is the same on any number of processors.
 */
final class CrfLearner {
  private static final long SEED = 7;
  private static final float ROW_RATE = 0.1f;
  private static final float ROW_START = 1e-2f;
  private static final int PARTS = 8;
  private static final int STATES_MEASURED = 20_000;

  private final CrfSettings settings;
  private final SlotTags tags;
  private final WordStates states;
  private final List<TaggedExample> examples;
  private final int[][][] features;
  private final int[] buckets;
  private final float[] mean;
  private final float[] scale;

  private final CrfLayer hidden;
  private final CrfLayer whole;
  private final CrfLayer before;
  private final CrfLayer here;
  private final CrfLayer after;
  private final CrfLayer biases;
  private final CrfLayer bias;
  private final CrfLayer transitions;
  private final float[][] rows;
  private final float[][] rowSquares;
  private final float[][] rowSum;

  private CrfLearner(
      List<TaggedExample> examples, SlotTags tags, WordStates states, CrfSettings settings) {
    this.examples = examples;
    this.tags = tags;
    this.states = states;
    this.settings = settings;
    int inputs = settings.layers() * Encoder.PART;
    int outcomes = inputs == 0 ? 0 : settings.hidden();
    int width = tags.count();
    mean = new float[inputs];
    scale = new float[inputs];
    measureStates();
    var rowOf = new int[FeatureRows.buckets()];
    buckets = seenOften(rowOf);
    features = new int[examples.size()][][];
    for (int e = 0; e < features.length; e++) {
      features[e] = rows(examples.get(e), rowOf);
    }
    var random = new Random(SEED);
    hidden = new CrfLayer(inputs, outcomes).random(random, 1 / Math.sqrt(Math.max(1, inputs)));
    whole = new CrfLayer(inputs, outcomes);
    double deviation = 0.5 / Math.sqrt(Math.max(1, outcomes));
    before = new CrfLayer(outcomes, width).random(random, deviation);
    here = new CrfLayer(outcomes, width).random(random, deviation);
    after = new CrfLayer(outcomes, width).random(random, deviation);
    biases = new CrfLayer(1, outcomes);
    bias = new CrfLayer(1, width);
    transitions = new CrfLayer(width, width);
    rows = new float[buckets.length][width];
    rowSquares = new float[buckets.length][width];
    rowSum = new float[buckets.length][width];
  }

  /** Learns from examples, always the same from the same. */
  static CrfWeights learn(
      List<TaggedExample> examples, SlotTags tags, WordStates states, CrfSettings settings) {
    var used = examples.stream().filter(e -> e.tags().length > 0).toList();
    var learner = new CrfLearner(used, tags, states, settings);
    int remembered = learner.run();
    return learner.weights(remembered);
  }

  private void measureStates() {
    var squares = new double[mean.length];
    var sums = new double[mean.length];
    int count = 0;
    for (int e = 0; e < examples.size() && count < STATES_MEASURED && mean.length > 0; e++) {
      for (float[] state : states.of(examples.get(e).text(), examples.get(e).words())) {
        for (int k = 0; k < state.length; k++) {
          sums[k] += state[k];
          squares[k] += (double) state[k] * state[k];
        }
        count++;
      }
    }
    for (int k = 0; k < mean.length; k++) {
      double middle = sums[k] / Math.max(1, count);
      double variance = squares[k] / Math.max(1, count) - middle * middle;
      mean[k] = (float) middle;
      scale[k] = (float) (1 / Math.sqrt(Math.max(variance, 1e-4)));
    }
  }

  private int[] seenOften(int[] rowOf) {
    for (TaggedExample example : examples) {
      for (int i = 0; i < example.words().size(); i++) {
        for (long feature : example.words().features(i)) {
          rowOf[FeatureRows.bucket(feature)]++;
        }
      }
    }
    var often =
        IntStream.range(0, rowOf.length).filter(b -> rowOf[b] >= settings.leastSeen()).toArray();
    Arrays.fill(rowOf, -1);
    for (int row = 0; row < often.length; row++) {
      rowOf[often[row]] = row;
    }
    return often;
  }

  private static int[][] rows(TaggedExample example, int[] rowOf) {
    var rows = new int[example.words().size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          Arrays.stream(example.words().features(i))
              .mapToInt(feature -> rowOf[FeatureRows.bucket(feature)])
              .filter(row -> row >= 0)
              .toArray();
    }
    return rows;
  }

  private int run() {
    List<Integer> order = new ArrayList<>();
    IntStream.range(0, examples.size()).forEach(order::add);
    var random = new Random(SEED);
    int batches = (order.size() + settings.batch() - 1) / settings.batch();
    int all = batches * settings.epochs();
    int every = Math.max(1, batches / 4);
    int remembered = 0;
    for (int time = 1; time <= all; time++) {
      int at = (time - 1) % batches;
      if (at == 0) {
        Collections.shuffle(order, random);
      }
      int to = Math.min(order.size(), (at + 1) * settings.batch());
      float rate = Math.max(0.1f, Math.min(1, 1.2f - 1.1f * time / all));
      learn(order.subList(at * settings.batch(), to), rate, time);
      if (time == all || time > all / 2 && time % every == 0) {
        remember();
        remembered++;
      }
    }
    return remembered;
  }

  private void learn(List<Integer> batch, float rate, int time) {
    var now = now();
    var passes = new CrfPass[batch.size()];
    IntStream.range(0, passes.length)
        .parallel()
        .forEach(k -> passes[k] = pass(batch.get(k), now, time));
    var inputs = new ArrayList<float[]>();
    var inner = new ArrayList<float[]>();
    var middles = new ArrayList<float[]>();
    var sums = new ArrayList<float[]>();
    for (CrfPass pass : passes) {
      var sum = new float[biases.weights[0].length];
      for (int i = 0; i < pass.inner.length; i++) {
        if (any(pass.inner[i])) {
          inputs.add(pass.inputs[i]);
          inner.add(pass.inner[i]);
          add(pass.inner[i], sum);
        }
      }
      middles.add(pass.middle);
      sums.add(sum);
    }
    int size = hidden.weights.length;
    IntStream.range(0, 2 * PARTS + 4)
        .parallel()
        .forEach(
            part -> {
              if (part < PARTS) {
                hidden.step(
                    part * size / PARTS,
                    (part + 1) * size / PARTS,
                    inputs,
                    inner,
                    settings.rate() * rate,
                    time);
                whole.step(
                    part * size / PARTS,
                    (part + 1) * size / PARTS,
                    middles,
                    sums,
                    settings.rate() * rate,
                    time);
              } else if (part < 2 * PARTS) {
                stepRows(passes, part - PARTS, rate);
              } else if (part < 2 * PARTS + 3) {
                stepOutputs(passes, part - 2 * PARTS - 1, settings.rate() * rate, time);
              } else {
                stepRest(passes, settings.rate() * rate, time);
              }
            });
  }

  private static boolean any(float[] values) {
    for (float value : values) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  private CrfPass.Now now() {
    int width = tags.count();
    return new CrfPass.Now(
        hidden.weights,
        whole.weights,
        biases.weights[0],
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

  private CrfPass pass(int index, CrfPass.Now now, int time) {
    TaggedExample example = examples.get(index);
    float[][] inputs = states.of(example.text(), example.words());
    for (float[] input : inputs) {
      CrfWeights.standardise(input, mean, scale);
    }
    long seed = SEED + 1_000_003L * time + index;
    return new CrfPass(inputs, features[index], example.tags(), settings.stateDropout(), now, seed);
  }

  /** AdaGrad, word by word, for the rows of one part. */
  private void stepRows(CrfPass[] passes, int part, float rate) {
    float step = ROW_RATE * rate;
    float scale = CrfPass.featureScale();
    for (CrfPass pass : passes) {
      for (int i = 0; i < pass.features.length; i++) {
        for (int feature : pass.features[i]) {
          if (pass.loud[i] && feature % PARTS == part) {
            stepRow(rows[feature], rowSquares[feature], pass.errors[i], step, scale);
          }
        }
      }
    }
  }

  private static void stepRow(
      float[] row, float[] squares, float[] errors, float step, float scale) {
    for (int t = 0; t < row.length; t++) {
      float g = errors[t] * scale + 1e-12f;
      squares[t] += g * g;
      row[t] -= step * g / (float) Math.sqrt(squares[t] + ROW_START);
    }
  }

  /**
   * @param from where the outcomes stand whose layer this is: before a word, at it, after it
   */
  private void stepOutputs(CrfPass[] passes, int from, float rate, int time) {
    var inputs = new ArrayList<float[]>();
    var errors = new ArrayList<float[]>();
    for (CrfPass pass : passes) {
      for (int i = 0; i < pass.errors.length; i++) {
        if (pass.loud[i] && i + from >= 0 && i + from < pass.errors.length) {
          inputs.add(pass.outcomes[i + from]);
          errors.add(pass.errors[i]);
        }
      }
    }
    CrfLayer layer = from < 0 ? before : from == 0 ? here : after;
    layer.step(0, layer.weights.length, inputs, errors, rate, time);
  }

  private void stepRest(CrfPass[] passes, float rate, int time) {
    int width = tags.count();
    var inner = new float[biases.weights[0].length];
    var outer = new float[width];
    var pairs = new float[width][width];
    for (CrfPass pass : passes) {
      for (float[] errors : pass.inner) {
        add(errors, inner);
      }
      for (float[] errors : pass.errors) {
        add(errors, outer);
      }
      for (int t = 0; t < width; t++) {
        add(pass.pairs[t], pairs[t]);
      }
    }
    biases.step(0, inner, rate, time);
    bias.step(0, outer, rate, time);
    for (int t = 0; t < width; t++) {
      transitions.step(t, pairs[t], 5 * rate, time);
    }
  }

  private static void add(float[] values, float[] sum) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += values[k];
    }
  }

  private void remember() {
    for (CrfLayer layer : layers()) {
      layer.remember();
    }
    for (int row = 0; row < rows.length; row++) {
      add(rows[row], rowSum[row]);
    }
  }

  private List<CrfLayer> layers() {
    return List.of(hidden, whole, before, here, after, biases, bias, transitions);
  }

  private CrfWeights weights(int remembered) {
    for (float[] row : rowSum) {
      for (int t = 0; t < row.length; t++) {
        row[t] /= remembered;
      }
    }
    return new CrfWeights(
        states.encoderId(),
        tags,
        settings.layers(),
        mean,
        scale,
        hidden.mean(remembered),
        whole.mean(remembered),
        biases.mean(remembered)[0],
        before.mean(remembered),
        here.mean(remembered),
        after.mean(remembered),
        bias.mean(remembered)[0],
        new FeatureRows(buckets, rowSum),
        transitions.mean(remembered));
  }
}
