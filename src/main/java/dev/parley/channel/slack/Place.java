package dev.parley.channel.slack;

import dev.parley.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * Where in Slack a conversation is.
 *
 * @param thread the {@code ts} of the thread's first message; null in a direct conversation outside
 *     of a thread
 */
record Place(String team, String channel, @Nullable String thread) {
  /** The channel of every conversation in Slack. */
  static final String CHANNEL = "slack";

  static Place of(ConversationId conversation) {
    var parts = conversation.place().split("/", 3);
    if (parts.length < 2) {
      throw new IllegalArgumentException(conversation + " is no place in Slack.");
    }
    return new Place(parts[0], parts[1], parts.length == 3 ? parts[2] : null);
  }

  ConversationId conversation() {
    var place = team + "/" + channel;
    return new ConversationId(CHANNEL, thread == null ? place : place + "/" + thread);
  }

  /** Whether nobody else reads it. */
  boolean direct() {
    return channel.startsWith("D");
  }
}
