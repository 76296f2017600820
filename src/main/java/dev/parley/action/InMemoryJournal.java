package dev.parley.action;

import dev.parley.conversation.ConversationId;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Keeps executions as long as the process runs, and performs each on the thread that accepted it,
 * right after its commit.
 */
public final class InMemoryJournal implements Journal, Workers {
  private final Map<String, Execution> executions = new LinkedHashMap<>();
  private final Executor afterCommit;
  private Consumer<String> perform = id -> {};

  /**
   * @param afterCommit runs what it is given after the open transaction was committed, or never
   */
  public InMemoryJournal(Executor afterCommit) {
    this.afterCommit = afterCommit;
  }

  @Override
  public void start(Consumer<String> worker) {
    perform = worker;
  }

  @Override
  public void close() {
    perform = id -> {};
  }

  @Override
  public void accept(Execution execution) {
    afterCommit.execute(() -> perform.accept(execution.id()));
    synchronized (this) {
      if (executions.putIfAbsent(execution.id(), execution) != null) {
        throw new IllegalStateException("The execution " + execution.id() + " is there already.");
      }
    }
  }

  @Override
  public synchronized Optional<Execution> find(String id) {
    return Optional.ofNullable(executions.get(id));
  }

  @Override
  public Optional<Execution> begin(String id, Instant now) {
    return change(id, ExecutionStatus.SCHEDULED, e -> e.begun(now));
  }

  @Override
  public synchronized Optional<Execution> finish(String id, Outcome outcome, Instant now) {
    return find(id)
        .filter(e -> !e.status().ended())
        .flatMap(e -> change(id, e.status(), running -> running.ended(outcome, now)));
  }

  private synchronized Optional<Execution> change(
      String id, ExecutionStatus from, UnaryOperator<Execution> change) {
    var changed = find(id).filter(e -> e.status() == from).map(change);
    changed.ifPresent(e -> executions.put(id, e));
    return changed;
  }

  /** Nothing: what an earlier process accepted went with it. */
  @Override
  public List<Execution> abandoned() {
    return List.of();
  }

  @Override
  public synchronized List<Execution> open() {
    return executions.values().stream().filter(e -> !e.status().ended()).toList();
  }

  @Override
  public synchronized List<Execution> endedSince(
      ConversationId conversation, String person, Instant since) {
    return executions.values().stream()
        .filter(e -> e.conversation().equals(conversation) && e.person().equals(person))
        .filter(e -> e.endedAt() != null && e.endedAt().isAfter(since))
        .sorted(Comparator.comparing(e -> Objects.requireNonNull(e.endedAt())))
        .toList();
  }

  /** Remembers what it holds now; running the result goes back to that. */
  public synchronized Runnable savepoint() {
    var before = new LinkedHashMap<>(executions);
    return () -> restore(before);
  }

  private synchronized void restore(Map<String, Execution> before) {
    executions.clear();
    executions.putAll(before);
  }
}
