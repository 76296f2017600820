package dev.parley.delivery;

import dev.parley.conversation.ConversationId;
import java.util.List;

/** Everything the assistant said, in order, kept until read and after. */
public interface Outbox {
  /**
   * Adds a message in the transaction that is open.
   *
   * @return its number in its conversation
   */
  long append(Message message);

  /** What was said after message number {@code number}, oldest first. */
  List<Message> after(ConversationId conversation, long number, int limit);

  /** The number of what was said last, by whomever; 0 when nothing was said yet. */
  long last(ConversationId conversation);

  /** Calls {@code listener} after each commit that added to the conversation, until closed. */
  Subscription subscribe(ConversationId conversation, Runnable listener);

  /** Ends when closed. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
