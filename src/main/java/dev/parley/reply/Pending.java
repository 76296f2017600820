package dev.parley.reply;

import dev.parley.action.Execution;
import dev.parley.permission.Approval;
import java.util.List;

/** What somebody has running, and what waits for a second person and concerns them. */
public record Pending(List<Execution> running, List<Approval> waiting) {
  public Pending {
    running = List.copyOf(running);
    waiting = List.copyOf(waiting);
  }
}
