package dev.parley.reply;

import dev.parley.action.Execution;
import dev.parley.intent.Proposal;
import dev.parley.permission.Approval;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has running, what waits for a second person and concerns them, and what is
 * scheduled: their own, and in this place that of others.
 *
 * @param lastLines what an execution said last, by its id; empty when it said nothing
 * @param last what ended last; null when nothing did lately
 * @param at when that is told
 */
public record Pending(
    List<Execution> running,
    UnaryOperator<String> lastLines,
    @Nullable Execution last,
    List<Approval> waiting,
    List<Later> later,
    Instant at) {
  public Pending {
    running = List.copyOf(running);
    waiting = List.copyOf(waiting);
    later = List.copyOf(later);
  }

  /**
   * One that waits for its time.
   *
   * @param asker whose it is; empty for one's own
   */
  public record Later(String shortId, Proposal proposal, String asker) {}
}
