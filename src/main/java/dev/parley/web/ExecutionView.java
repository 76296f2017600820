package dev.parley.web;

import dev.parley.Answer;
import dev.parley.action.Execution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An action that was started, as the API writes it. */
public record ExecutionView(
    String id, String intent, Map<String, List<String>> slots, String status) {
  private static final Set<String> RUNNING = Set.of("scheduled", "running");

  static ExecutionView of(Answer.ExecutionView execution) {
    return new ExecutionView(
        execution.id(), execution.intent(), execution.slots(), execution.status().label());
  }

  static ExecutionView of(Execution execution) {
    var request = execution.proposal().request();
    var slots = new LinkedHashMap<String, List<String>>();
    request.slots().keySet().forEach(slot -> slots.put(slot, request.canonical(slot)));
    return new ExecutionView(execution.id(), request.intent(), slots, execution.status().label());
  }

  public boolean ended() {
    return !RUNNING.contains(status);
  }

  public boolean succeeded() {
    return status.equals("succeeded");
  }
}
