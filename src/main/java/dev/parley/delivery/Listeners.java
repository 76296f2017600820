package dev.parley.delivery;

import dev.parley.conversation.ConversationId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who in this process wants to know that a conversation has something new. */
public final class Listeners {
  private static final Logger LOG = System.getLogger(Listeners.class.getName());

  private final Map<ConversationId, List<Runnable>> listeners = new ConcurrentHashMap<>();
  private final List<Consumer<ConversationId>> forAll = new CopyOnWriteArrayList<>();

  /** Adds a listener until the subscription is closed. */
  public Outbox.Subscription add(ConversationId conversation, Runnable listener) {
    listeners.compute(
        conversation,
        (id, present) -> {
          var list = present == null ? new CopyOnWriteArrayList<Runnable>() : present;
          list.add(listener);
          return list;
        });
    return () -> remove(conversation, listener);
  }

  /** Adds a listener to every conversation until the subscription is closed. */
  public Outbox.Subscription addForAll(Consumer<ConversationId> listener) {
    forAll.add(listener);
    return () -> forAll.remove(listener);
  }

  /** Whether nobody wants to know. */
  public boolean isEmpty() {
    return listeners.isEmpty() && forAll.isEmpty();
  }

  /** Calls everybody who listens; one that fails does not keep the others from hearing. */
  public void tell(ConversationId conversation) {
    for (var listener : listeners.getOrDefault(conversation, List.of())) {
      tell(conversation, listener);
    }
    for (var listener : forAll) {
      tell(conversation, () -> listener.accept(conversation));
    }
  }

  private static void tell(ConversationId conversation, Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Somebody who follows " + conversation + " could not be told.", e);
    }
  }

  private void remove(ConversationId conversation, Runnable listener) {
    listeners.computeIfPresent(
        conversation,
        (id, list) -> {
          list.remove(listener);
          return list.isEmpty() ? null : list;
        });
  }
}
