package dev.parley.action;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The executions that run in this process now. */
public final class ActiveRuns {
  private final Map<String, ActiveRun> runs = new ConcurrentHashMap<>();
  private final @Nullable OutputFiles files;

  /** Runs whose output no file keeps. */
  public ActiveRuns() {
    this(null);
  }

  /**
   * @param files keep output that is too long for a message; null for none
   */
  public ActiveRuns(@Nullable OutputFiles files) {
    this.files = files;
  }

  /** The run of an execution, made when it is first asked for. */
  public ActiveRun open(String executionId) {
    return runs.computeIfAbsent(executionId, id -> new ActiveRun(id, files));
  }

  /** The run of an execution that has not ended. */
  public Optional<ActiveRun> find(String executionId) {
    return Optional.ofNullable(runs.get(executionId));
  }

  /** It is over. */
  public void close(String executionId) {
    runs.remove(executionId);
  }

  /** How many run now. */
  public int count() {
    return runs.size();
  }
}
