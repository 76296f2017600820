package dev.parley.channel;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs tasks that belong together one after the other, and others beside them. */
final class InOrder<K> {
  private final Executor executor;
  private final Map<K, Queue<Runnable>> waiting = new HashMap<>();

  InOrder(Executor executor) {
    this.executor = executor;
  }

  void run(K key, Runnable task) {
    synchronized (waiting) {
      var queue = waiting.get(key);
      if (queue != null) {
        queue.add(task);
        return;
      }
      waiting.put(key, new ArrayDeque<>());
    }
    executor.execute(() -> runAll(key, task));
  }

  /** One task a turn, so that a busy key does not keep a thread for itself. */
  private void runAll(K key, Runnable task) {
    try {
      task.run();
    } finally {
      Runnable next;
      synchronized (waiting) {
        var queue = waiting.get(key);
        next = queue == null ? null : queue.poll();
        if (next == null) {
          waiting.remove(key);
          waiting.notifyAll();
        }
      }
      if (next != null) {
        var following = next;
        executor.execute(() -> runAll(key, following));
      }
    }
  }

  /** Waits until nothing is left to do, no longer than so many milliseconds. */
  boolean awaitIdle(long millis) throws InterruptedException {
    long until = System.nanoTime() + millis * 1_000_000;
    synchronized (waiting) {
      while (!waiting.isEmpty()) {
        long left = (until - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        waiting.wait(left);
      }
      return true;
    }
  }
}
