package dev.parley.delivery;

import dev.parley.conversation.ConversationId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** Counts as long as the process runs. */
public final class InMemoryNumbering implements Numbering {
  private final Map<ConversationId, Count> counts = new LinkedHashMap<>();
  private final Listeners listeners = new Listeners();
  private final Executor afterCommit;

  /**
   * @param afterCommit runs what it is given after the open transaction was committed, or never
   */
  public InMemoryNumbering(Executor afterCommit) {
    this.afterCommit = afterCommit;
  }

  @Override
  public long next(ConversationId conversation, Instant at) {
    afterCommit.execute(() -> listeners.tell(conversation));
    return count(conversation, at);
  }

  private synchronized long count(ConversationId conversation, Instant at) {
    long number = last(conversation) + 1;
    counts.put(conversation, new Count(number, at));
    return number;
  }

  @Override
  public synchronized long last(ConversationId conversation) {
    var count = counts.get(conversation);
    return count == null ? 0 : count.last();
  }

  @Override
  public Listeners listeners() {
    return listeners;
  }

  /** Every conversation in which something was said. */
  synchronized Map<ConversationId, Count> counts() {
    return Map.copyOf(counts);
  }

  /** Remembers what it holds now; running the result goes back to that. */
  public synchronized Runnable savepoint() {
    var before = Map.copyOf(counts);
    return () -> restore(before);
  }

  private synchronized void restore(Map<ConversationId, Count> before) {
    counts.clear();
    counts.putAll(before);
  }

  /** How far a conversation is, and since when. */
  record Count(long last, Instant activeAt) {}
}
