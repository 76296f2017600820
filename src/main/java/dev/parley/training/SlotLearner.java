package dev.parley.training;

import dev.parley.understanding.SlotModel;
import dev.parley.understanding.SlotTags;
import java.util.List;

/** A way to learn a tagger from texts. */
@FunctionalInterface
interface SlotLearner {
  SlotModel learn(List<TaggedExample> examples, SlotTags tags);

  /**
   * By words and encoder states.
   *
   * @param states of as many layers as the settings say
   */
  static SlotLearner full(WordStates states, CrfSettings settings) {
    return (examples, tags) -> {
      states.prepare(examples.stream().map(TaggedExample::text).toList());
      return CrfLearner.learn(examples, tags, states, settings);
    };
  }

  /** By words alone. */
  static SlotLearner light() {
    return full(WordStates.none(), CrfSettings.WORDS);
  }
}
