package dev.parley.delivery;

import dev.parley.conversation.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Keeps messages as long as the process runs. */
public final class InMemoryOutbox implements Outbox {
  private final List<Message> messages = new ArrayList<>();
  private final Listeners listeners = new Listeners();
  private final Executor afterCommit;

  /**
   * @param afterCommit runs what it is given after the open transaction was committed, or never
   */
  public InMemoryOutbox(Executor afterCommit) {
    this.afterCommit = afterCommit;
  }

  @Override
  public long append(Message message) {
    var conversation = message.conversation();
    afterCommit.execute(() -> listeners.tell(conversation));
    return add(message);
  }

  private synchronized long add(Message message) {
    var said = messages.stream().filter(m -> m.conversation().equals(message.conversation()));
    long number = said.count() + 1;
    messages.add(message.numbered(number));
    return number;
  }

  @Override
  public synchronized List<Message> after(ConversationId conversation, long number, int limit) {
    return messages.stream()
        .filter(m -> m.conversation().equals(conversation) && m.number() > number)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized long last(ConversationId conversation) {
    return messages.stream().filter(m -> m.conversation().equals(conversation)).count();
  }

  @Override
  public Subscription subscribe(ConversationId conversation, Runnable listener) {
    return listeners.add(conversation, listener);
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
