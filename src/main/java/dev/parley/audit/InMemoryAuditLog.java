package dev.parley.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the record as long as the process runs. */
public final class InMemoryAuditLog implements AuditLog {
  private final List<Entry> entries = new ArrayList<>();

  @Override
  public synchronized void append(AuditEvent event) {
    var before = head();
    var hash = Seal.of(before.hash(), fields(event));
    entries.add(new Entry(before.position() + 1, event, hash));
  }

  @Override
  public synchronized List<Entry> newest(Wanted wanted, int limit) {
    var found = found(0, wanted);
    return List.copyOf(found.subList(Math.max(0, found.size() - limit), found.size()));
  }

  @Override
  public synchronized List<Entry> after(long position, Wanted wanted, int limit) {
    return found(position, wanted).stream().limit(limit).toList();
  }

  private List<Entry> found(long position, Wanted wanted) {
    var executions = executions(wanted.intent());
    return entries.stream()
        .filter(entry -> entry.position() > position)
        .filter(entry -> fits(entry.event(), wanted, executions))
        .toList();
  }

  private Set<String> executions(String intent) {
    return entries.stream()
        .map(Entry::event)
        .filter(event -> EventText.intent(event).equals(intent))
        .map(EventText::execution)
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toSet());
  }

  private static boolean fits(AuditEvent event, Wanted wanted, Set<String> executions) {
    return !event.at().isBefore(wanted.since())
        && event.at().isBefore(wanted.until())
        && (wanted.person().isEmpty() || wanted.person().equals(event.person()))
        && (wanted.kind().isEmpty() || wanted.kind().equals(EventKind.of(event)))
        && (wanted.intent().isEmpty()
            || wanted.intent().equals(EventText.intent(event))
            || executions.contains(EventText.execution(event)))
        && EventText.of(event).toLowerCase(Locale.ROOT).contains(wanted.text());
  }

  @Override
  public synchronized Head head() {
    return entries.isEmpty() ? Head.NONE : end(entries.get(entries.size() - 1));
  }

  private static Head end(Entry entry) {
    return new Head(entry.position(), entry.hash());
  }

  @Override
  public synchronized Verification.Report verify(Collection<Head> noted) {
    var verification = new Verification(head(), noted);
    var previous = Head.NONE.hash();
    for (var entry : entries) {
      verification.add(
          new Verification.Link(entry.position(), previous, entry.hash(), fields(entry.event())));
      previous = entry.hash();
    }
    return verification.report();
  }

  private static List<String> fields(AuditEvent event) {
    return List.of(EventKind.of(event), EventText.of(event));
  }

  /** Remembers what it holds now; running the result goes back to that. */
  public synchronized Runnable savepoint() {
    int size = entries.size();
    return () -> cutTo(size);
  }

  private synchronized void cutTo(int size) {
    entries.subList(size, entries.size()).clear();
  }
}
