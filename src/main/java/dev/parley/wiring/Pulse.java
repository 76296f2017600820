package dev.parley.wiring;

import dev.parley.Assistant;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What several processes on one database do for each other, again and again: each tells that it
 * lives, settles what dead ones left, and passes on what the others said and want to stop.
 */
final class Pulse implements AutoCloseable {
  private static final Logger LOG = System.getLogger("dev.parley.nodes");
  private static final long NEWS_MILLIS = 500;
  private static final long BEAT_MILLIS = 1_000;

  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(
          2,
          task -> {
            var thread = new Thread(task, "pulse");
            thread.setDaemon(true);
            return thread;
          });
  private final Neighbours neighbours;
  private final Assistant assistant;
  private final Clock clock;
  private final List<Runnable> further = new ArrayList<>();
  private boolean ill;

  Pulse(Neighbours neighbours, Assistant assistant, Clock clock) {
    this.neighbours = neighbours;
    this.assistant = assistant;
    this.clock = clock;
  }

  /** Does this with every beat, too; to be said before the start. */
  void also(Runnable task) {
    further.add(task);
  }

  /** Begins; nothing where there can be no others. */
  void start() {
    if (neighbours.alone()) {
      return;
    }
    every(BEAT_MILLIS, this::beat);
    every(NEWS_MILLIS, () -> neighbours.news().accept(clock.instant()));
  }

  private void every(long millis, Runnable task) {
    timer.scheduleWithFixedDelay(() -> guarded(task), millis, millis, TimeUnit.MILLISECONDS);
  }

  /** One after the other, so that no look comes sooner than a second after the one before it. */
  private void beat() {
    neighbours.nodes().beat();
    assistant.settleLost();
    assistant.attend();
    neighbours.tidy().run();
    further.forEach(Runnable::run);
  }

  /** A database that is away is told once, not every second. */
  private void guarded(Runnable task) {
    try {
      task.run();
      ill(false);
    } catch (RuntimeException e) {
      if (ill(true)) {
        LOG.log(
            Level.WARNING,
            "The other nodes could not be looked after; that is tried again every second.",
            e);
      }
    }
  }

  private synchronized boolean ill(boolean now) {
    boolean news = now && !ill;
    ill = now;
    return news;
  }

  @Override
  public void close() {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.log(Level.DEBUG, "The last beat goes on while the server ends.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
