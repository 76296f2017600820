package dev.parley.delivery;

import dev.parley.conversation.ConversationId;
import dev.parley.reply.Reply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation, as the outbox keeps it.
 *
 * @param number from 1, rising within the conversation, where what people said takes numbers too; 0
 *     before it is stored
 * @param person the {@code Person.key()} whom it answers or concerns
 * @param executionId the execution whose start, progress or result it tells, or null
 */
public record Message(
    long number,
    ConversationId conversation,
    String person,
    Reply reply,
    @Nullable String executionId,
    Instant at) {

  /** This message with its number. */
  public Message numbered(long number) {
    return new Message(number, conversation, person, reply, executionId, at);
  }
}
