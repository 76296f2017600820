package dev.parley.schedule;

import java.util.List;
import java.util.Optional;

/** What waits for its time, across messages and restarts. */
public interface Schedule {
  /** Stores one in the transaction that is open, and has its alarm ring when it is due. */
  void add(Scheduled later);

  /** One that was ever stored, whatever became of it. */
  Optional<Scheduled> find(String id);

  /** What waits, the soonest first. */
  List<Scheduled> waiting();

  /**
   * Takes one that waits away for good, in the transaction that is open.
   *
   * @return whether it waited: false means that somebody else was faster, and that it must not run
   */
  boolean take(String id, Scheduled.State became);
}
