package dev.parley.reply;

import dev.parley.action.Execution;
import dev.parley.intent.Proposal;
import dev.parley.permission.Approval;
import java.util.List;

/**
 * What somebody has running, what waits for a second person and concerns them, and what is
 * scheduled: their own, and in this place that of others.
 */
public record Pending(List<Execution> running, List<Approval> waiting, List<Later> later) {
  public Pending {
    running = List.copyOf(running);
    waiting = List.copyOf(waiting);
    later = List.copyOf(later);
  }

  /** Where nothing is scheduled. */
  public Pending(List<Execution> running, List<Approval> waiting) {
    this(running, waiting, List.of());
  }

  /**
   * One that waits for its time.
   *
   * @param asker whose it is; empty for one's own
   */
  public record Later(String shortId, Proposal proposal, String asker) {}
}
