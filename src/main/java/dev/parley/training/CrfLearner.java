package dev.parley.training;

import dev.parley.understanding.CrfEnsemble;
import dev.parley.understanding.CrfWeights;
import dev.parley.understanding.Encoder;
import dev.parley.understanding.SlotModel;
import dev.parley.understanding.SlotTags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Learns a tagger: goes through the texts in ever new orders, some at a time. */
final class CrfLearner {
  private static final long SEED = 7;
  private static final int REMEMBERED_AN_EPOCH = 4;
  private static final float LAST_RATE = 0.1f;

  private final CrfSettings settings;
  private final WordStates states;
  private final List<TaggedExample> examples;
  private final StateSpread spread;
  private final List<int[][]> features;
  private final long seed;
  private final CrfParameters parameters;

  private CrfLearner(
      List<TaggedExample> examples,
      int tags,
      WordStates states,
      StateSpread spread,
      FeatureIndex index,
      CrfSettings settings,
      long seed) {
    this.examples = examples;
    this.states = states;
    this.spread = spread;
    this.settings = settings;
    this.seed = seed;
    features = examples.stream().map(index::rows).toList();
    int inputs = spread.mean().length;
    int outcomes = inputs == 0 ? 0 : settings.hidden();
    parameters = new CrfParameters(inputs, outcomes, tags, index.size(), new Random(seed));
  }

  /** Learns from examples, always the same from the same. */
  static SlotModel learn(
      List<TaggedExample> examples, SlotTags tags, WordStates states, CrfSettings settings) {
    var used = examples.stream().filter(e -> e.tags().length > 0).toList();
    var spread = StateSpread.of(used, states, settings.layers() * Encoder.PART);
    var index = new FeatureIndex(used, settings.leastSeen());
    var members = new CrfWeights[settings.members()];
    Workers.each(
        members.length,
        m -> {
          var learner =
              new CrfLearner(used, tags.count(), states, spread, index, settings, SEED + m);
          learner.run();
          members[m] =
              learner.parameters.weights(
                  states.encoderId(), tags, settings.layers(), spread, index);
        });
    return members.length == 1 ? members[0] : new CrfEnsemble(List.of(members));
  }

  private void run() {
    List<Integer> order = new ArrayList<>();
    IntStream.range(0, examples.size()).forEach(order::add);
    var random = new Random(seed);
    int batches = (order.size() + settings.batch() - 1) / settings.batch();
    int epochs = Math.max(settings.epochs(), settings.leastSteps() / Math.max(1, batches));
    int all = batches * epochs;
    int every = Math.max(1, batches / REMEMBERED_AN_EPOCH);
    for (int time = 1; time <= all; time++) {
      int from = (time - 1) % batches * settings.batch();
      if (from == 0) {
        Collections.shuffle(order, random);
      }
      int to = Math.min(order.size(), from + settings.batch());
      learn(order.subList(from, to), rate((float) time / all), time);
      if (time == all || time > all / 2 && time % every == 0) {
        parameters.remember();
      }
    }
  }

  /** Steps get shorter from a fifth of the way on. */
  private static float rate(float way) {
    return Math.max(LAST_RATE, Math.min(1, 1.2f - 1.1f * way));
  }

  private void learn(List<Integer> batch, float rate, int time) {
    var now = parameters.now();
    var passes = new CrfPass[batch.size()];
    Arrays.setAll(passes, k -> pass(batch.get(k), now, time));
    parameters.step(passes, settings.rate() * rate, rate, time);
  }

  private CrfPass pass(int index, CrfPass.Now now, int time) {
    TaggedExample example = examples.get(index);
    float[][] inputs = spread.standardised(states.of(example.text(), example.words()));
    long dropped = seed + 1_000_003L * time + index;
    return new CrfPass(
        inputs, features.get(index), example.tags(), settings.stateDropout(), now, dropped);
  }
}
