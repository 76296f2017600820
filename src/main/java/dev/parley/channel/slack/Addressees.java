package dev.parley.channel.slack;

import dev.parley.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/** Through which account of Slack somebody speaks in a conversation, as far as it was heard. */
final class Addressees {
  private static final int KEPT = 10_000;

  private final Few<String, String> users = new Few<>(KEPT);

  void note(ConversationId conversation, String person, String user) {
    users.put(key(conversation, person), user);
  }

  /** Slack's id of somebody, or null. */
  @Nullable String user(ConversationId conversation, String person) {
    return users.get(key(conversation, person));
  }

  private static String key(ConversationId conversation, String person) {
    return conversation + " " + person;
  }
}
