package dev.parley;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Transactions over the in-memory stores: one at a time, undone when they fail. For conversation
 * tests and unit tests; each transaction copies what it covers, so it is not for much data.
 */
public final class InMemoryTransactions implements Transactions {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Supplier<Runnable>> savepoints = new ArrayList<>();
  private Queue<Runnable> afterCommit = new ArrayDeque<>();

  /** Covers a store too: {@code savepoint} remembers its state and gives the way back to it. */
  public void cover(Supplier<Runnable> savepoint) {
    savepoints.add(savepoint);
  }

  /** Runs a task on this thread after the open transaction was committed, or never. */
  public void afterCommit(Runnable task) {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("No transaction is open.");
    }
    afterCommit.add(task);
  }

  @Override
  public <T> T call(Supplier<T> work) {
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("A transaction is open already; transactions do not nest.");
    }
    T result;
    Queue<Runnable> tasks;
    lock.lock();
    try {
      afterCommit = new ArrayDeque<>();
      result = workOrUndo(work);
      tasks = afterCommit;
    } finally {
      lock.unlock();
    }
    tasks.forEach(Runnable::run);
    return result;
  }

  private <T> T workOrUndo(Supplier<T> work) {
    var waysBack = savepoints.stream().map(Supplier::get).toList();
    try {
      return work.get();
    } catch (RuntimeException | Error e) {
      waysBack.forEach(Runnable::run);
      throw e;
    }
  }
}
