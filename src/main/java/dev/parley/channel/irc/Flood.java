package dev.parley.channel.irc;

import java.util.concurrent.TimeUnit;

/** Keeps what we send below what servers throw people out for: a few lines at once, then slowly. */
final class Flood {
  private static final long LINE_NANOS = TimeUnit.MILLISECONDS.toNanos(700);
  private static final int AT_ONCE = 5;

  private long free = System.nanoTime() - LINE_NANOS * AT_ONCE;

  /** Waits until one more line may be sent. */
  void await() throws InterruptedException {
    long wait = take();
    if (wait > 0) {
      TimeUnit.NANOSECONDS.sleep(wait);
    }
  }

  private synchronized long take() {
    long now = System.nanoTime();
    free = Math.max(free, now - LINE_NANOS * AT_ONCE) + LINE_NANOS;
    return free - now;
  }
}
