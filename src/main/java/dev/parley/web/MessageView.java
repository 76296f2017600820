package dev.parley.web;

import dev.parley.delivery.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of the assistant in a conversation, as the API writes it.
 *
 * @param number ask for what came after it with {@code ?after=number}
 * @param person whom it answers or concerns
 * @param execution the id of the execution that it tells of, or null
 */
public record MessageView(
    long number,
    String person,
    String text,
    List<String> choices,
    @Nullable String execution,
    Instant at) {

  static MessageView of(Message message) {
    return new MessageView(
        message.number(),
        message.person(),
        message.reply().plainText(),
        message.reply().choices(),
        message.executionId(),
        message.at());
  }

  /** A page of messages; {@code next} is the number to go on after. */
  public record Page(List<MessageView> messages, long next) {}
}
