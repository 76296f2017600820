package dev.parley.action;

import dev.parley.conversation.ConversationId;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Keeps executions as long as the process runs, and performs each on the thread that accepted it,
 * right after its commit.
 */
public final class InMemoryJournal implements Journal, Workers {
  private final Map<String, Execution> executions = new LinkedHashMap<>();
  private final Map<String, String> stops = new HashMap<>();
  private final Set<String> left = new HashSet<>();
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

  /** What is not performed now, and never will be, as when a process dies. */
  public synchronized void die() {
    perform = id -> {};
    open().stream().map(Execution::id).forEach(left::add);
  }

  /** What went on when it died. */
  @Override
  public synchronized List<Execution> abandoned() {
    return open().stream().filter(e -> left.contains(e.id())).toList();
  }

  @Override
  public Optional<Execution> abandon(Execution seen, Outcome outcome, Instant now) {
    return change(seen.id(), seen.status(), e -> e.ended(outcome, now));
  }

  @Override
  public synchronized List<Execution> unknown(String beginning) {
    return executions.values().stream()
        .filter(e -> e.status() == ExecutionStatus.UNKNOWN && e.id().startsWith(beginning))
        .toList();
  }

  @Override
  public Optional<Execution> settle(String id, Outcome outcome, Instant now) {
    return change(id, ExecutionStatus.UNKNOWN, e -> e.ended(outcome, now));
  }

  @Override
  public synchronized void wantStopped(String id, String by) {
    stops.putIfAbsent(id, by);
  }

  @Override
  public synchronized Optional<String> stopWantedBy(String id) {
    return Optional.ofNullable(stops.get(id));
  }

  /** Nothing that whoever wanted it did not tell the run itself: there is one process. */
  @Override
  public Map<String, String> stopsWanted() {
    return Map.of();
  }

  /** There is nobody else who would ask. */
  @Override
  public void noteLines(Map<String, String> lineByExecution) {}

  @Override
  public String lastLine(String id) {
    return "";
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
    var stopsBefore = Map.copyOf(stops);
    return () -> restore(before, stopsBefore);
  }

  private synchronized void restore(
      Map<String, Execution> before, Map<String, String> stopsBefore) {
    executions.clear();
    executions.putAll(before);
    stops.clear();
    stops.putAll(stopsBefore);
  }
}
