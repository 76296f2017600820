package dev.parley.wiring;

import dev.parley.Timer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer with a thread of its own, for what is done beside everything else. */
final class BackgroundTimer implements Timer, AutoCloseable {
  private static final Logger LOG = System.getLogger(BackgroundTimer.class.getName());

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(1, BackgroundTimer::thread);

  BackgroundTimer() {
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "timer");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Alarm after(Duration delay, Runnable task) {
    if (executor.isShutdown()) {
      return () -> {};
    }
    var waiting = executor.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> waiting.cancel(false);
  }

  /** Does something now and each day; what fails is tried again the next day. */
  void daily(Runnable task) {
    executor.scheduleWithFixedDelay(() -> attempt(task), 0, 1, TimeUnit.DAYS);
  }

  private static void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "What is done once a day failed. It is tried again tomorrow.", e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
