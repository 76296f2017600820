package dev.parley;

import java.util.function.Supplier;

/** Runs work in one commit: all of it is stored, or nothing. */
public interface Transactions {
  /**
   * Runs in a transaction of its own; an exception rolls it back. Transactions do not nest: a call
   * within a call is refused, because its part could neither be stored nor undone alone.
   */
  <T> T call(Supplier<T> work);
}
