package dev.parley;

import java.time.Duration;

/** Has things done later. */
@FunctionalInterface
public interface Timer {
  /** Never does anything. */
  Timer NONE = (delay, task) -> () -> {};

  /** Has a task run once, on a thread of the timer's own. */
  Alarm after(Duration delay, Runnable task);

  /** A task that waits for its time. */
  @FunctionalInterface
  interface Alarm {
    /** It is not run any more, unless it runs already. */
    void cancel();
  }
}
