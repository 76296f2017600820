package dev.parley.delivery;

import dev.parley.conversation.ConversationId;
import java.util.ArrayList;
import java.util.List;

/** Keeps messages as long as the process runs. */
public final class InMemoryOutbox implements Outbox {
  private final List<Message> messages = new ArrayList<>();
  private final Numbering numbering;

  public InMemoryOutbox(Numbering numbering) {
    this.numbering = numbering;
  }

  @Override
  public long append(Message message) {
    return add(message.numbered(numbering.next(message.conversation(), message.at())));
  }

  private synchronized long add(Message message) {
    messages.add(message);
    return message.number();
  }

  @Override
  public synchronized List<Message> after(ConversationId conversation, long number, int limit) {
    return messages.stream()
        .filter(m -> m.conversation().equals(conversation) && m.number() > number)
        .limit(limit)
        .toList();
  }

  @Override
  public long last(ConversationId conversation) {
    return numbering.last(conversation);
  }

  @Override
  public Subscription subscribe(ConversationId conversation, Runnable listener) {
    return numbering.listeners().add(conversation, listener);
  }

  /** Remembers what it holds now; running the result goes back to that. */
  public synchronized Runnable savepoint() {
    int size = messages.size();
    return () -> cutTo(size);
  }

  private synchronized void cutTo(int size) {
    messages.subList(size, messages.size()).clear();
  }
}
