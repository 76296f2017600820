package dev.parley.reply;

import dev.parley.action.Execution;
import dev.parley.permission.Approval;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has running, and what waits for a second person and concerns them.
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
    Instant at) {
  public Pending {
    running = List.copyOf(running);
    waiting = List.copyOf(waiting);
  }
}
