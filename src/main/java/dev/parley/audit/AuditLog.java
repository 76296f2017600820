package dev.parley.audit;

import java.time.Instant;
import java.util.List;

/** The append-only record. */
public interface AuditLog {
  /** Adds a fact, in the transaction that is open. */
  void append(AuditEvent event);

  /**
   * Reads the newest entries that fit, newest last.
   *
   * @param text only entries that contain it, without case; empty for all
   * @param since only entries from then on
   */
  List<AuditEvent> search(String text, Instant since, int limit);
}
