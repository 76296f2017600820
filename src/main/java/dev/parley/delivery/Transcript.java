package dev.parley.delivery;

import dev.parley.conversation.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Conversations as a whole: what people said and what the assistant said, in one order. */
public interface Transcript {
  /** What was said after number {@code number}, oldest first. */
  List<Said> after(ConversationId conversation, long number, int limit);

  /** The last that was said before number {@code number}, oldest first. */
  List<Said> before(ConversationId conversation, long number, int limit);

  /** The conversations of a channel whose place begins so, the latest one first. */
  List<Topic> latest(String channel, String placeBeginning, int limit);

  /** Calls {@code listener} after each commit that added to any conversation, until closed. */
  Outbox.Subscription subscribe(Consumer<ConversationId> listener);

  /**
   * What a conversation is about.
   *
   * @param person who began it
   * @param opening what they said first; empty where the assistant began
   * @param last the number of what was said last
   */
  record Topic(
      ConversationId conversation, String person, String opening, long last, Instant activeAt) {}
}
