package dev.parley;

import dev.parley.conversation.Utterance;

/** The loop that a message travels through. */
public final class Assistant {

  /** Hears one message and answers it. The same message heard twice gets its first answer. */
  public Answer hear(Utterance utterance) {
    throw new UnsupportedOperationException(utterance.messageId());
  }

  /**
   * Runs an execution that {@link #hear} stored, records how it went and posts the result where it
   * was asked for. Does nothing when it had begun before.
   */
  public void perform(String executionId) {
    throw new UnsupportedOperationException(executionId);
  }

  /** Marks what a dead process left as {@code unknown} and tells whoever asked; runs nothing. */
  public void recover() {
    throw new UnsupportedOperationException();
  }
}
