package dev.parley.endtoend;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what other processes do, up to a deadline that is only met when something is wrong. */
public final class Eventually {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  private Eventually() {}

  /** Waits until this is so. */
  public static void until(String what, BooleanSupplier condition) {
    get(what, LONGEST, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  /** Waits until there is one. */
  static <T> T get(String what, Supplier<Optional<T>> source) {
    return get(what, LONGEST, source);
  }

  static <T> T get(String what, Duration longest, Supplier<Optional<T>> source) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < deadline) {
      var found = source.get();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(PAUSE);
    }
    throw new AssertionError("It did not happen within " + longest + ": " + what);
  }
}
