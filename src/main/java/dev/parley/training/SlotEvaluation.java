package dev.parley.training;

import dev.parley.intent.IntentCatalog;
import dev.parley.understanding.Encoder;
import dev.parley.understanding.SlotModel;
import dev.parley.understanding.SlotTagger;
import dev.parley.understanding.SlotTags;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Measures how well the values of slots are found. */
public final class SlotEvaluation {
  private SlotEvaluation() {}

  /**
   * Learns from {@code train} and measures on {@code test}; nothing when the first marks no value.
   *
   * @param encoder of the full pipeline; null for the light one
   */
  public static Optional<SlotScores> run(
      TrainingSet train, TrainingSet test, @Nullable Encoder encoder) {
    SlotTags tags = TaggedExample.slots(train.examples());
    if (tags.slots().isEmpty()) {
      return Optional.empty();
    }
    List<TaggedExample> examples =
        train.examples().stream().map(example -> TaggedExample.of(example, tags)).toList();
    SlotModel model = learner(encoder, CrfSettings.THOROUGH).learn(examples, tags);
    SlotTagger tagger = taggers(encoder).apply(model);
    var scores = new SlotScores();
    test.examples().forEach(e -> scores.add(e.annotations(), tagger.tag(e.text())));
    return Optional.of(scores);
  }

  /**
   * Cross-validates the tagger of a catalogue on the examples that teach it.
   *
   * @param encoder of the full pipeline; null for the light one
   */
  public static SlotScores crossValidate(
      TrainingSet set, IntentCatalog catalog, @Nullable Encoder encoder) {
    return SlotTraining.of(set, catalog)
        .crossValidate(learner(encoder, CrfSettings.QUICK), taggers(encoder));
  }

  private static SlotLearner learner(@Nullable Encoder encoder, CrfSettings settings) {
    return encoder == null
        ? SlotLearner.light()
        : SlotLearner.full(new WordStates(encoder, settings.layers(), null), settings);
  }

  private static Function<SlotModel, SlotTagger> taggers(@Nullable Encoder encoder) {
    return model ->
        model.tagger(
            text -> {
              if (encoder == null) {
                throw new IllegalStateException("The light pipeline has no encoder.");
              }
              return encoder.states(text);
            });
  }
}
