package dev.parley.channel;

import dev.parley.conversation.ConversationId;
import java.util.List;
import java.util.OptionalLong;

/** How far each conversation of a front end was posted, and which process posts there. */
public interface Cursors {
  /**
   * Takes a conversation up for this process.
   *
   * @return the number up to which all is posted; empty while another process that lives posts
   *     there
   */
  OptionalLong claim(ConversationId conversation);

  /**
   * Notes that all up to a number is posted.
   *
   * @return false when another process has taken the conversation up meanwhile
   */
  boolean posted(ConversationId conversation, long number);

  /** Leaves a conversation to whoever comes. */
  void release(ConversationId conversation);

  /** The conversations of a platform in which something was said that is not posted yet. */
  List<ConversationId> behind(String platform);

  /**
   * Whether this process is the one that connects to a platform: it was, or nobody who lives is.
   */
  boolean sits(String platform);

  /** Leaves a platform to whoever comes. */
  void leave(String platform);
}
