package dev.parley.wiring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * An assembly that is opened beside the container's own start, because neither needs the other and
 * a machine has more than one processor.
 */
final class Opening {
  private static volatile CompletableFuture<Assembly> started = new CompletableFuture<>();

  private Opening() {}

  static void start(HomeFiles files, Estate estate, Settings settings) {
    var opening = new CompletableFuture<Assembly>();
    started = opening;
    var thread =
        new Thread(
            () ->
                opening.completeAsync(() -> Assembly.open(files, estate, settings), Runnable::run));
    thread.setName("opening");
    thread.setDaemon(true);
    thread.start();
  }

  /** The assembly, once it is open; what went wrong with it is thrown here. */
  static Assembly await() {
    try {
      return started.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      throw e;
    }
  }
}
