package dev.parley.channel;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import java.time.Instant;

/**
 * Somebody pressed a button instead of typing.
 *
 * @param id the platform's immutable id of the press
 * @param shown the number of the message in which the button was
 * @param says what the button stands for: {@link Button#says}
 */
public record Press(
    String id, ConversationId conversation, Speaker speaker, long shown, String says, Instant at) {

  /** The words that it stands for. */
  Utterance words() {
    return new Utterance(id, conversation, speaker, says, at);
  }
}
