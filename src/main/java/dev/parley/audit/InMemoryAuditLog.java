package dev.parley.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Keeps the record as long as the process runs. */
public final class InMemoryAuditLog implements AuditLog {
  private final List<AuditEvent> events = new ArrayList<>();

  @Override
  public synchronized void append(AuditEvent event) {
    events.add(event);
  }

  @Override
  public synchronized List<AuditEvent> search(String text, Instant since, int limit) {
    var wanted = text.toLowerCase(Locale.ROOT);
    var found =
        events.stream()
            .filter(event -> !event.at().isBefore(since))
            .filter(event -> EventText.of(event).toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    return found.subList(Math.max(0, found.size() - limit), found.size());
  }

  /** Remembers what it holds now; running the result goes back to that. */
  public synchronized Runnable savepoint() {
    int size = events.size();
    return () -> cutTo(size);
  }

  private synchronized void cutTo(int size) {
    events.subList(size, events.size()).clear();
  }
}
