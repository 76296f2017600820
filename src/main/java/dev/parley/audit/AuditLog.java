package dev.parley.audit;

import java.util.Collection;
import java.util.List;

/** The append-only record; each entry is chained to the one before. */
public interface AuditLog {
  /** Adds a fact, in the transaction that is open; it has its place once that is committed. */
  void append(AuditEvent event);

  /** Reads the newest entries that are wanted, newest last. */
  List<Entry> newest(Wanted wanted, int limit);

  /** Reads the wanted entries that stand behind a position, oldest first. */
  List<Entry> after(long position, Wanted wanted, int limit);

  /** The end of the record as it is now. */
  Head head();

  /**
   * Looks whether everything is as it was written.
   *
   * @param noted ends of the record that somebody wrote down elsewhere
   */
  Verification.Report verify(Collection<Head> noted);
}
