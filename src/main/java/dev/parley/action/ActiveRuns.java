package dev.parley.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The executions that run in this process now. */
public final class ActiveRuns {
  private final Map<String, ActiveRun> runs = new ConcurrentHashMap<>();
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
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
    var fresh = new ActiveRun(executionId, files);
    var present = runs.putIfAbsent(executionId, fresh);
    if (present != null) {
      return present;
    }
    watchers.forEach(watcher -> watcher.began(fresh));
    return fresh;
  }

  /** The run of an execution that has not ended. */
  public Optional<ActiveRun> find(String executionId) {
    return Optional.ofNullable(runs.get(executionId));
  }

  /** It is over. */
  public void close(String executionId) {
    if (runs.remove(executionId) != null) {
      watchers.forEach(watcher -> watcher.over(executionId));
    }
  }

  /** Tells somebody of every run from now on. */
  public void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  /** Who wants to know of every run. It is told on the threads that run, so it only takes note. */
  public interface Watcher {
    /** Before it does anything. */
    void began(ActiveRun run);

    /** After its outcome was told. */
    void over(String executionId);
  }

  /** How many run now. */
  public int count() {
    return runs.size();
  }
}
