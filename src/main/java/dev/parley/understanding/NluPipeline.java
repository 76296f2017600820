package dev.parley.understanding;

import dev.parley.conversation.Utterance;

/** Text to meaning. Implementations are immutable and safe for use by many threads. */
public interface NluPipeline {
  /**
   * Reads one message.
   *
   * @param expectation what the dialogue waits for
   * @return never null; a message that means nothing is a reading too
   */
  Interpretation read(Utterance utterance, Expectation expectation);
}
