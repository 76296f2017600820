package dev.parley.action.jpa;

import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * How the work of a queue is treated.
 *
 * @param task what one is called
 * @param table where they wait
 * @param missed after how many heartbeats without a word whoever took one up is taken to be dead
 */
public record WorkKind(
    String task,
    String table,
    int workers,
    Duration heartbeat,
    int missed,
    FailureHandler<Void> onFailure,
    DeadExecutionHandler<Void> onDead) {
  private static final Logger LOG = System.getLogger(WorkKind.class.getName());

  /** Actions, of which nobody knows how far a failed one got: none is ever tried again. */
  static final WorkKind EXECUTIONS =
      new WorkKind(
          "execution",
          "scheduled_tasks",
          10,
          Duration.ofMinutes(5),
          6,
          WorkKind::giveUp,
          new DeadExecutionHandler.CancelDeadExecution<>());

  /**
   * Alarms, which ring again when they failed; that none starts anything twice is seen to by
   * whoever is called. Another process rings in time for one that died while it rang.
   */
  public static final WorkKind ALARMS =
      new WorkKind(
          "alarm",
          "scheduled_alarms",
          2,
          Duration.ofSeconds(5),
          4,
          new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(10)),
          new DeadExecutionHandler.ReviveDeadExecution<>());

  private static void giveUp(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    LOG.log(
        Level.ERROR,
        "The worker for the execution "
            + failed.getExecution().taskInstance.getId()
            + " failed. The execution is not tried again; look at its targets.",
        failed.getCause().orElse(null));
    operations.stop();
  }
}
