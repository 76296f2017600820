package dev.parley.delivery;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Utterance;
import java.time.Instant;
import java.util.Optional;

/**
 * Which messages were heard, and what was answered: a message that comes twice gets its first
 * answer.
 *
 * @param <A> the answer
 */
public interface Inbox<A> {
  /** What this message was answered, when it was heard before. */
  Optional<A> answered(Utterance utterance, String person);

  /**
   * Stores a message and its answer in the transaction that is open. The message takes its number
   * in the conversation here, so record it before its replies are appended to the {@link Outbox}.
   */
  void record(Utterance utterance, String person, A answer);

  /** When this person's previous message in the conversation was heard. */
  Optional<Instant> lastHeard(ConversationId conversation, String person);

  /** Where this person spoke last, if that was after {@code since}. */
  Optional<ConversationId> lastPlace(String person, Instant since);
}
