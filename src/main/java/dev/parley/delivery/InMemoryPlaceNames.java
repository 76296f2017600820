package dev.parley.delivery;

import dev.parley.conversation.ConversationId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers names as long as the process runs. */
public final class InMemoryPlaceNames implements PlaceNames {
  private final Map<ConversationId, String> names = new ConcurrentHashMap<>();

  @Override
  public void keep(ConversationId conversation, String name) {
    names.put(conversation, name);
  }

  @Override
  public Optional<String> find(ConversationId conversation) {
    return Optional.ofNullable(names.get(conversation));
  }
}
