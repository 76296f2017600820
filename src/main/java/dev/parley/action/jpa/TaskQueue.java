package dev.parley.action.jpa;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hands each execution to a worker once: db-scheduler, told never to try again. */
final class TaskQueue implements AutoCloseable {
  static final String TASK = "execution";

  private static final Logger LOG = System.getLogger(TaskQueue.class.getName());
  private static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of(TASK);

  /** Times as {@code timestamp with time zone}, which both know. */
  private static final JdbcCustomization BOTH_DATABASES = new DefaultJdbcCustomization(false);

  private static final int WORKERS = 10;
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final DataSource database;
  private final String node;
  private final Duration polling;
  private final SchedulerClient client;
  private volatile @Nullable Scheduler scheduler;

  /**
   * @param polling how often to look for what nobody was woken for; each look is one query
   */
  TaskQueue(DataSource database, String node, Duration polling) {
    this.database = database;
    this.node = node;
    this.polling = polling;
    this.client =
        SchedulerClient.Builder.create(database, task(id -> {}))
            .jdbcCustomization(BOTH_DATABASES)
            .build();
  }

  /** Adds an execution in the transaction that is open. */
  void add(String id) {
    if (!client.scheduleIfNotExists(DESCRIPTOR.instance(id).build(), Instant.now())) {
      throw new IllegalStateException("The execution " + id + " waits for a worker already.");
    }
  }

  /** Has a worker look at once. Never waits, because it is called at the end of each commit. */
  void wake() {
    var running = scheduler;
    if (running != null) {
      running.triggerCheckForDueExecutions();
    }
  }

  synchronized void start(Consumer<String> perform) {
    if (scheduler != null) {
      throw new IllegalStateException("The workers were started before.");
    }
    var created =
        Scheduler.create(database, task(perform))
            .jdbcCustomization(BOTH_DATABASES)
            .schedulerName(new SchedulerName.Fixed(node))
            .threads(WORKERS)
            .pollingInterval(polling)
            .shutdownMaxWait(LONGEST_STOP)
            .build();
    created.start();
    scheduler = created;
  }

  private static OneTimeTask<Void> task(Consumer<String> perform) {
    return Tasks.oneTime(DESCRIPTOR)
        .onFailure(TaskQueue::giveUp)
        .onDeadExecution(new DeadExecutionHandler.CancelDeadExecution<>())
        .execute((instance, context) -> perform(perform, instance.getId()));
  }

  /**
   * Afterwards only the task's end is left to be written. A database file would be closed under a
   * thread that was told to stop, so it is no longer told.
   */
  private static void perform(Consumer<String> perform, String id) {
    try {
      perform.accept(id);
    } finally {
      var unused = Thread.interrupted();
    }
  }

  /** Nobody knows how far a failed execution got, so it never runs again by itself. */
  private static void giveUp(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    LOG.log(
        Level.ERROR,
        "The worker for the execution "
            + failed.getExecution().taskInstance.getId()
            + " failed. The execution is not tried again; look at its targets.",
        failed.getCause().orElse(null));
    operations.stop();
  }

  @Override
  public synchronized void close() {
    var running = scheduler;
    if (running != null) {
      running.stop();
      scheduler = null;
    }
  }
}
