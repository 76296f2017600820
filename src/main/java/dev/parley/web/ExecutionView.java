package dev.parley.web;

import dev.parley.Answer;
import dev.parley.action.Execution;
import dev.parley.intent.ExecutionStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An action that was started or scheduled, as the API writes it.
 *
 * @param due when it is to begin, for one that waits for its time; else null
 */
public record ExecutionView(
    String id,
    String intent,
    Map<String, List<String>> slots,
    String status,
    @Nullable String due) {
  private static final Set<String> RUNNING = Set.of("scheduled", "running");

  static ExecutionView of(Answer.ExecutionView execution) {
    return new ExecutionView(
        execution.id(),
        execution.intent(),
        execution.slots(),
        execution.status().label(),
        text(execution.due()));
  }

  static ExecutionView of(Execution execution) {
    var request = execution.proposal().request();
    var slots = new LinkedHashMap<String, List<String>>();
    request.slots().keySet().forEach(slot -> slots.put(slot, request.canonical(slot)));
    boolean waits = execution.status() == ExecutionStatus.SCHEDULED;
    return new ExecutionView(
        execution.id(),
        request.intent(),
        slots,
        execution.status().label(),
        waits ? text(execution.proposal().due()) : null);
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  /** Whether there is nothing to wait for: it has ended, or its time is yet to come. */
  public boolean settled() {
    return ended() || due != null;
  }

  public boolean ended() {
    return !RUNNING.contains(status);
  }

  public boolean succeeded() {
    return status.equals("succeeded");
  }
}
