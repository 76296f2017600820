package dev.parley.wiring;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reloads when the home's files have changed and are quiet again: editors write in several steps,
 * and a checkout changes many files. From time to time the inventory's programs are run as well.
 */
final class HomeWatch implements AutoCloseable {
  private static final Logger LOG = System.getLogger("dev.parley.reload");

  private final HomeFiles files;
  private final Consumer<Boolean> reload;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "home-watch");
            thread.setDaemon(true);
            return thread;
          });
  private String used;
  private String seen;

  /**
   * @param reload is told whether the inventory's programs are to be run
   */
  HomeWatch(HomeFiles files, Consumer<Boolean> reload) {
    this.files = files;
    this.reload = reload;
    this.used = files.atFirst();
    this.seen = used;
  }

  /**
   * Begins to watch.
   *
   * @param pause between two looks, zero for none; a change counts when two of them see the same
   * @param programs how often the inventory's programs are run; zero for never
   */
  void start(Duration pause, Duration programs) {
    every(pause, this::look, pause);
    // what they printed before the start is older than anybody knows
    every(programs, this::runPrograms, Duration.ZERO);
  }

  private void every(Duration pause, Runnable task, Duration first) {
    if (pause.isZero()) {
      return;
    }
    timer.scheduleWithFixedDelay(
        () -> guarded(task), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The home's files could not be read again; that is tried again.", e);
    }
  }

  /** Looks once. */
  void look() {
    var now = files.state().digest();
    boolean quiet = now.equals(seen);
    seen = now;
    if (quiet && !now.equals(used)) {
      used = now;
      reload.accept(false);
    }
  }

  private void runPrograms() {
    if (files.programs().found()) {
      reload.accept(true);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
