package dev.parley.action.jpa;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands what is stored to a worker when its time has come: db-scheduler over a table of its own.
 * What happens to what fails, and to what a process took up that is gone, is a matter of its kind.
 */
public final class WorkQueue implements AutoCloseable {
  /** Times as {@code timestamp with time zone}, which both databases know. */
  private static final JdbcCustomization BOTH_DATABASES = new DefaultJdbcCustomization(false);

  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final DataSource database;
  private final String node;
  private final Duration polling;
  private final WorkKind kind;
  private final TaskDescriptor<Void> descriptor;
  private final SchedulerClient client;
  private volatile @Nullable Scheduler scheduler;

  /**
   * @param node names this process; a new one each time it starts
   * @param polling how often to look for what nobody was woken for; each look is one query
   */
  public WorkQueue(DataSource database, String node, Duration polling, WorkKind kind) {
    this.database = database;
    this.node = node;
    this.polling = polling;
    this.kind = kind;
    this.descriptor = TaskDescriptor.of(kind.task());
    this.client =
        SchedulerClient.Builder.create(database, task(id -> {}))
            .tableName(kind.table())
            .jdbcCustomization(BOTH_DATABASES)
            .build();
  }

  /** Adds work in the transaction that is open. */
  public void add(String id, Instant due) {
    if (!addIfMissing(id, due)) {
      throw new IllegalStateException("The " + kind.task() + " " + id + " waits already.");
    }
  }

  /** The same, unless it is there. */
  public boolean addIfMissing(String id, Instant due) {
    return client.scheduleIfNotExists(descriptor.instance(id).build(), due);
  }

  /** Has a worker look at once. Never waits, because it is called at the end of each commit. */
  void wake() {
    var running = scheduler;
    if (running != null) {
      running.triggerCheckForDueExecutions();
    }
  }

  /** Hands out from now on. */
  public synchronized void start(Consumer<String> work) {
    if (scheduler != null) {
      throw new IllegalStateException("The workers were started before.");
    }
    var created =
        Scheduler.create(database, task(work))
            .tableName(kind.table())
            .jdbcCustomization(BOTH_DATABASES)
            .schedulerName(new SchedulerName.Fixed(node))
            .threads(kind.workers())
            .pollingInterval(polling)
            .heartbeatInterval(kind.heartbeat())
            .missedHeartbeatsLimit(kind.missed())
            .shutdownMaxWait(LONGEST_STOP)
            .build();
    created.start();
    scheduler = created;
  }

  private OneTimeTask<Void> task(Consumer<String> work) {
    return Tasks.oneTime(descriptor)
        .onFailure(kind.onFailure())
        .onDeadExecution(kind.onDead())
        .execute((instance, context) -> undisturbed(work, instance.getId()));
  }

  /**
   * The scheduler writes on this thread afterwards, and an interrupted thread that writes closes
   * the embedded database's file for everybody.
   */
  private static void undisturbed(Consumer<String> work, String id) {
    try {
      work.accept(id);
    } finally {
      Thread.interrupted();
    }
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
