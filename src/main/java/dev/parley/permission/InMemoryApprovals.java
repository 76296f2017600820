package dev.parley.permission;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps approvals as long as the process runs. */
public final class InMemoryApprovals implements Approvals {
  private final Map<String, Approval> waiting = new LinkedHashMap<>();

  @Override
  public synchronized void await(Approval approval) {
    if (waiting.putIfAbsent(approval.id(), approval) != null) {
      throw new IllegalStateException("An approval " + approval.id() + " waits already.");
    }
  }

  @Override
  public synchronized Optional<Approval> find(String id) {
    return Optional.ofNullable(waiting.get(id));
  }

  @Override
  public synchronized List<Approval> waiting(Instant now) {
    return waiting.values().stream().filter(approval -> approval.open(now)).toList();
  }

  @Override
  public synchronized boolean settle(String id) {
    return waiting.remove(id) != null;
  }

  /** Remembers what it holds now; running the result goes back to that. */
  public synchronized Runnable savepoint() {
    var before = new LinkedHashMap<>(waiting);
    return () -> restore(before);
  }

  private synchronized void restore(Map<String, Approval> before) {
    waiting.clear();
    waiting.putAll(before);
  }
}
