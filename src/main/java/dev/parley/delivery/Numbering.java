package dev.parley.delivery;

import dev.parley.conversation.ConversationId;
import java.time.Instant;

/**
 * Counts what is said in each conversation, whoever says it, and tells those who follow. One
 * numbering is shared by the inbox and the outbox, so that all that was said has one order.
 */
public interface Numbering {
  /**
   * Takes the next number in the transaction that is open; those who follow are told after its
   * commit.
   */
  long next(ConversationId conversation, Instant at);

  /** The number of what was said last, 0 when nothing was. */
  long last(ConversationId conversation);

  /** Who wants to know. */
  Listeners listeners();
}
