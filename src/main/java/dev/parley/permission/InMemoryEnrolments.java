package dev.parley.permission;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps one-time passwords as long as the process runs. */
public final class InMemoryEnrolments implements Enrolments {
  private final Map<String, Enrolment> byPerson = new HashMap<>();

  @Override
  public synchronized Optional<Enrolment> find(String person) {
    return Optional.ofNullable(byPerson.get(person));
  }

  /** Transactions run one after the other here. */
  @Override
  public Optional<Enrolment> hold(String person) {
    return find(person);
  }

  @Override
  public synchronized void save(Enrolment enrolment) {
    byPerson.put(enrolment.person(), enrolment);
  }

  @Override
  public synchronized boolean remove(String person) {
    return byPerson.remove(person) != null;
  }

  /** Remembers what it holds now; running the result goes back to that. */
  public synchronized Runnable savepoint() {
    var before = new HashMap<>(byPerson);
    return () -> restore(before);
  }

  private synchronized void restore(Map<String, Enrolment> before) {
    byPerson.clear();
    byPerson.putAll(before);
  }
}
