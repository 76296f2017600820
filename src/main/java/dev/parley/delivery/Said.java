package dev.parley.delivery;

import java.time.Instant;

/** Something that was said in a conversation, by a person or by the assistant. */
public sealed interface Said {
  /** From 1, rising within the conversation. */
  long number();

  /** The {@code Person.key()} of who said it, or whom the assistant answered. */
  String person();

  Instant at();

  /**
   * What a person said.
   *
   * @param messageId the front end's id of the message
   */
  record ByPerson(long number, String person, String messageId, String text, Instant at)
      implements Said {}

  /** What the assistant said. */
  record ByAssistant(Message message) implements Said {
    @Override
    public long number() {
      return message.number();
    }

    @Override
    public String person() {
      return message.person();
    }

    @Override
    public Instant at() {
      return message.at();
    }
  }
}
