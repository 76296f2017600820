package dev.parley.training;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Does many small pieces of work, in their order, on as many threads as there are processors. */
final class Workers {
  private Workers() {}

  static void each(int count, IntConsumer work) {
    int threads = Math.min(count, Runtime.getRuntime().availableProcessors());
    if (threads == 0) {
      return;
    }
    var next = new AtomicInteger();
    Callable<Void> worker =
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            work.accept(i);
          }
          return null;
        };
    run(worker, threads);
  }

  private static void run(Callable<Void> worker, int threads) {
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var workers = new ArrayList<Callable<Void>>();
      for (int i = 0; i < threads; i++) {
        workers.add(worker);
      }
      for (var done : pool.invokeAll(workers)) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The training was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The training failed.", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
