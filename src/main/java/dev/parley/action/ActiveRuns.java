package dev.parley.action;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The executions that run in this process now. */
public final class ActiveRuns {
  private final Map<String, ActiveRun> runs = new ConcurrentHashMap<>();

  /** The run of an execution, made when it is first asked for. */
  public ActiveRun open(String executionId) {
    return runs.computeIfAbsent(executionId, ActiveRun::new);
  }

  /** The run of an execution that has not ended. */
  public Optional<ActiveRun> find(String executionId) {
    return Optional.ofNullable(runs.get(executionId));
  }

  /** It is over. */
  public void close(String executionId) {
    runs.remove(executionId);
  }
}
