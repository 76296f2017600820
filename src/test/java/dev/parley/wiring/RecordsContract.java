package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What holds wherever the records are kept. */
interface RecordsContract {
  /** How long a test waits for what must come before it fails. */
  int PATIENCE_SECONDS = 30;

  Records records();

  /** Runs in a transaction that is undone at the end. */
  default void undone(Runnable work) {
    assertThatThrownBy(
            () ->
                records()
                    .transactions()
                    .call(
                        () -> {
                          work.run();
                          throw new Undo();
                        }))
        .isInstanceOf(Undo.class);
  }

  /** Runs in a transaction that is stored. */
  default void stored(Runnable work) {
    records()
        .transactions()
        .call(
            () -> {
              work.run();
              return true;
            });
  }

  @Test
  default void refusesATransactionWithinATransaction() {
    assertThatThrownBy(() -> stored(() -> stored(() -> {}))).isInstanceOf(RuntimeException.class);
  }

  final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
