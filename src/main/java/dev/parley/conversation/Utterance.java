package dev.parley.conversation;

import java.time.Instant;

/**
 * One message of one person, as a front end delivers it.
 *
 * @param messageId the front end's immutable id; the same id of the same speaker and conversation
 *     is the same message
 * @param text as typed; {@code NluPipeline} normalises it
 */
public record Utterance(
    String messageId, ConversationId conversation, Speaker speaker, String text, Instant at) {

  /** The same message with another text. */
  public Utterance saying(String other) {
    return new Utterance(messageId, conversation, speaker, other, at);
  }
}
