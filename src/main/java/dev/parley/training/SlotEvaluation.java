package dev.parley.training;

import dev.parley.understanding.Encoder;
import dev.parley.understanding.SlotModel;
import dev.parley.understanding.SlotTagger;
import dev.parley.understanding.SlotTags;
import dev.parley.understanding.TokenStates;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Measures how well the values of slots are found by what is learnt from other examples. */
public final class SlotEvaluation {
  private SlotEvaluation() {}

  /**
   * Learns from {@code train} and measures on {@code test}.
   *
   * @return null when the first marks no value
   */
  public static @Nullable SlotFigures run(TrainingSet train, TrainingSet test, Encoder encoder) {
    var states = new WordStates(encoder, CrfSettings.THOROUGH.layers(), null);
    var learner = SlotLearner.full(states, CrfSettings.THOROUGH);
    return run(train, test, learner, encoder::states);
  }

  /** The same without an encoder. */
  public static @Nullable SlotFigures runLight(TrainingSet train, TrainingSet test) {
    return run(train, test, SlotLearner.light(), SlotTraining::noStates);
  }

  private static @Nullable SlotFigures run(
      TrainingSet train,
      TrainingSet test,
      SlotLearner learner,
      Function<String, TokenStates> states) {
    SlotTags tags = TaggedExample.slots(train.examples());
    if (tags.slots().isEmpty()) {
      return null;
    }
    SlotModel model =
        learner.learn(train.examples().stream().map(e -> TaggedExample.of(e, tags)).toList(), tags);
    SlotTagger tagger = model.tagger(states);
    var scores = new SlotScores();
    test.examples().forEach(e -> scores.add(e.annotations(), tagger.tag(e.text())));
    return scores.figures();
  }
}
