package dev.parley.training;

import dev.parley.understanding.LabelScorer;
import dev.parley.understanding.MixedScorer;
import dev.parley.understanding.WordSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A way to learn a scorer from examples: what has to be learnt, and how it is mixed. */
interface IntentLearner {
  /**
   * A part of a scorer. Each is learnt on one thread, from a seed of its own, so that the result is
   * the same on every machine.
   *
   * @param share what it counts where {@link Shares} are not chosen
   */
  record Part(float share, Supplier<LabelScorer> learn) {}

  /**
   * What to learn.
   *
   * @param classes above every label
   * @param space the features of the lessons' wording
   */
  List<Part> parts(List<Lesson> lessons, int classes, WordSpace space);

  /** Learns several scorers at once, so that every processor has something to do. */
  static List<LabelScorer> learn(List<List<Part>> scorers) {
    List<List<LabelScorer>> learnt = learnApart(scorers);
    var result = new ArrayList<LabelScorer>();
    for (int s = 0; s < scorers.size(); s++) {
      var mixed = new ArrayList<MixedScorer.Part>();
      for (int p = 0; p < scorers.get(s).size(); p++) {
        mixed.add(new MixedScorer.Part(scorers.get(s).get(p).share(), learnt.get(s).get(p)));
      }
      result.add(mixed.size() == 1 ? mixed.get(0).scorer() : new MixedScorer(mixed));
    }
    return result;
  }

  /** The same, the parts of each left by themselves. */
  static List<List<LabelScorer>> learnApart(List<List<Part>> scorers) {
    var parts = scorers.stream().flatMap(List::stream).toList();
    var learnt = new LabelScorer[parts.size()];
    Workers.each(learnt.length, i -> learnt[i] = parts.get(i).learn().get());
    var result = new ArrayList<List<LabelScorer>>();
    int next = 0;
    for (List<Part> scorer : scorers) {
      result.add(List.of(learnt).subList(next, next + scorer.size()));
      next += scorer.size();
    }
    return result;
  }
}
