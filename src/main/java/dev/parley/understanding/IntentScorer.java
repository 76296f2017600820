package dev.parley.understanding;

import java.util.Optional;

/** Scores the intents of a catalogue for one text. */
@FunctionalInterface
public interface IntentScorer {
  /**
   * @param raw the text as it was said
   * @param masked the same text with its names replaced by {@link Masker}
   */
  IntentScores classify(String raw, String masked);

  /** The same with what it is decided by; empty where nothing is measured. */
  default Optional<Evidence> evidence(String raw, String masked) {
    return Optional.empty();
  }

  /** A quick look, by wording alone: whether a text may ask for anything at all. */
  default boolean asks(String text) {
    return classify(text, text).fits();
  }
}
