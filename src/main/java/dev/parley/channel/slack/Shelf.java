package dev.parley.channel.slack;

import dev.parley.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/** The last message of ours that each person can press in a conversation. */
final class Shelf {
  private static final int KEPT = 5_000;

  private final Few<String, Shown> shown = new Few<>(KEPT);

  /** Puts a newer one there, and gives the one before, or null. */
  @Nullable Shown replace(ConversationId conversation, String person, Shown newer) {
    return shown.put(key(conversation, person), newer);
  }

  /** Takes it away, or null. */
  @Nullable Shown take(ConversationId conversation, String person) {
    return shown.remove(key(conversation, person));
  }

  private static String key(ConversationId conversation, String person) {
    return conversation + " " + person;
  }
}
