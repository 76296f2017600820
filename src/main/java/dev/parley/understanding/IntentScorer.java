package dev.parley.understanding;

/** Scores the intents of a catalogue for one message. */
@FunctionalInterface
public interface IntentScorer {
  /**
   * @param raw the normalised text
   * @param masked the same text with its names replaced by {@link Masker}
   */
  IntentScores classify(String raw, String masked);
}
