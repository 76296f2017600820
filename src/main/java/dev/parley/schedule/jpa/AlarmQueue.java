package dev.parley.schedule.jpa;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Rings at stored times: db-scheduler over a table of its own. An alarm that fails rings again;
 * that it starts nothing twice is seen to by whoever is called.
 */
final class AlarmQueue implements AutoCloseable {
  static final String TABLE = "scheduled_alarms";

  private static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("alarm");

  /** Times as {@code timestamp with time zone}, which both databases know. */
  private static final JdbcCustomization BOTH_DATABASES = new DefaultJdbcCustomization(false);

  private static final int WORKERS = 2;
  private static final Duration AGAIN = Duration.ofSeconds(10);

  /** Soon enough that another process rings in time for one that died while it rang. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final int MISSED = 4;
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final DataSource database;
  private final String node;
  private final Duration polling;
  private final SchedulerClient client;
  private volatile @Nullable Scheduler scheduler;

  AlarmQueue(DataSource database, String node, Duration polling) {
    this.database = database;
    this.node = node;
    this.polling = polling;
    this.client =
        SchedulerClient.Builder.create(database, task(id -> {}))
            .tableName(TABLE)
            .jdbcCustomization(BOTH_DATABASES)
            .build();
  }

  /** Sets an alarm in the transaction that is open. */
  void set(String id, Instant at) {
    if (!client.scheduleIfNotExists(DESCRIPTOR.instance(id).build(), at)) {
      throw new IllegalStateException("There is an alarm for " + id + " already.");
    }
  }

  /** The same, unless there is one. */
  void setIfMissing(String id, Instant at) {
    client.scheduleIfNotExists(DESCRIPTOR.instance(id).build(), at);
  }

  synchronized void start(Consumer<String> ring) {
    if (scheduler != null) {
      throw new IllegalStateException("The alarms were started before.");
    }
    var created =
        Scheduler.create(database, task(ring))
            .tableName(TABLE)
            .jdbcCustomization(BOTH_DATABASES)
            .schedulerName(new SchedulerName.Fixed(node))
            .threads(WORKERS)
            .pollingInterval(polling)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED)
            .shutdownMaxWait(LONGEST_STOP)
            .build();
    created.start();
    scheduler = created;
  }

  private static OneTimeTask<Void> task(Consumer<String> ring) {
    return Tasks.oneTime(DESCRIPTOR)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
        .onDeadExecution(new DeadExecutionHandler.ReviveDeadExecution<>())
        .execute((instance, context) -> undisturbed(ring, instance.getId()));
  }

  /** An interrupted thread that writes closes the embedded database's file for everybody. */
  private static void undisturbed(Consumer<String> ring, String id) {
    try {
      ring.accept(id);
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
