package dev.parley.understanding;

import dev.parley.conversation.Utterance;
import java.util.Optional;

/** Text to meaning. Implementations are immutable and safe for use by many threads. */
public interface NluPipeline {
  /**
   * Reads one message.
   *
   * @param expectation what the dialogue waits for
   * @return never null; a message that means nothing is a reading too
   */
  Interpretation read(Utterance utterance, Expectation expectation);

  /**
   * What a message is measured to be, as if nothing was said before; empty where nobody measures.
   */
  default Optional<Evidence> evidence(Utterance utterance) {
    return Optional.empty();
  }
}
