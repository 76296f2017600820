package dev.parley.delivery;

import dev.parley.conversation.ConversationId;
import java.util.Optional;

/** What people call places whose ids say nothing to them. */
public interface PlaceNames {
  /** Keeps a name, instead of the one that was known. */
  void keep(ConversationId conversation, String name);

  Optional<String> find(ConversationId conversation);
}
