package dev.parley.training;

import dev.parley.understanding.LabelScorer;
import java.util.List;

/** A way to learn a scorer from examples. */
interface IntentLearner {
  /**
   * Learns.
   *
   * @param labels an index each, below {@code classes}
   */
  LabelScorer learn(List<String> texts, int[] labels, int classes);
}
