package dev.parley.wiring;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.Executor;

/**
 * Runs tasks after the transaction that is open was committed, or never.
 *
 * @param runner what runs them; on the committing thread itself a task must not use the database,
 *     because that thread is not free of its transaction yet
 */
record AfterCommit(TransactionSynchronizationRegistry registry, Executor runner)
    implements Executor {
  @Override
  public void execute(Runnable task) {
    registry.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              runner.execute(task);
            }
          }
        });
  }
}
