package dev.parley.schedule;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps what is scheduled as long as the process runs; its alarms ring when they are told to. */
public final class InMemorySchedule implements Schedule, Alarms {
  private final Map<String, Scheduled> all = new LinkedHashMap<>();
  private Consumer<String> alarm = id -> {};

  @Override
  public synchronized void add(Scheduled later) {
    if (all.putIfAbsent(later.id(), later) != null) {
      throw new IllegalStateException(later.id() + " is scheduled already.");
    }
  }

  @Override
  public synchronized Optional<Scheduled> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public synchronized List<Scheduled> waiting() {
    return all.values().stream()
        .filter(later -> later.state() == Scheduled.State.WAITING)
        .sorted(Comparator.comparing(Scheduled::due))
        .toList();
  }

  @Override
  public synchronized boolean take(String id, Scheduled.State became) {
    var waiting = find(id).filter(later -> later.state() == Scheduled.State.WAITING);
    waiting.ifPresent(later -> all.put(id, later.as(became)));
    return waiting.isPresent();
  }

  @Override
  public void start(Consumer<String> due) {
    alarm = due;
  }

  @Override
  public void close() {
    alarm = id -> {};
  }

  /** Rings for everything that is due at a time, on this thread. */
  public void ring(Instant now) {
    waiting().stream()
        .filter(later -> !later.due().isAfter(now))
        .forEach(later -> alarm.accept(later.id()));
  }

  /** Remembers what it holds now; running the result goes back to that. */
  public synchronized Runnable savepoint() {
    var before = new LinkedHashMap<>(all);
    return () -> restore(before);
  }

  private synchronized void restore(Map<String, Scheduled> before) {
    all.clear();
    all.putAll(before);
  }
}
