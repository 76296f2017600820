package dev.parley.permission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The approvals that wait, across messages and restarts. Each is settled once. */
public interface Approvals {
  /** Stores one in the transaction that is open. */
  void await(Approval approval);

  /** One that waits still, expired or not. */
  Optional<Approval> find(String id);

  /** What can be approved now, oldest first. */
  List<Approval> waiting(Instant now);

  /**
   * Takes one away for good, because it was given, refused, withdrawn or expired.
   *
   * @return whether it was there: false means that somebody else was faster
   */
  boolean settle(String id);
}
