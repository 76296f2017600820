package dev.parley;

import java.util.function.Supplier;

/** Runs work in one commit: all of it is stored, or nothing. */
public interface Transactions {
  /** Runs in a transaction of its own; an exception rolls it back. */
  <T> T call(Supplier<T> work);
}
