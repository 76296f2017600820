package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class JtaTransactionsTest {
  private static SQLException sql(String state) {
    return new SQLException("what went wrong", state);
  }

  @Test
  void aDatabaseThatIsGoneIsAway() {
    assertThat(JtaTransactions.isAway(new IllegalStateException(sql("08006")))).isTrue();
    assertThat(JtaTransactions.isAway(sql("53100"))).isTrue();
    assertThat(JtaTransactions.isAway(sql("90098"))).isTrue();
    assertThat(JtaTransactions.isAway(new SQLException("no connection is free"))).isTrue();
  }

  @Test
  void aFileThatCannotBeWrittenIsAFullDisk() {
    var failed = sql("HY000");
    failed.initCause(new IllegalStateException(new IOException("No space left on device")));
    assertThat(JtaTransactions.isAway(new IllegalStateException(failed))).isTrue();
    assertThat(JtaTransactions.isAway(sql("HY000"))).isFalse();
  }

  @Test
  void aCommitThatFailedWithoutAWordIsAway() {
    assertThat(JtaTransactions.isAway(new IllegalStateException(new RollbackException()))).isTrue();
  }

  @Test
  void whatTheDatabaseRefusesIsOurMistake() {
    var refused = new RollbackException();
    refused.initCause(sql("23505"));
    assertThat(JtaTransactions.isAway(refused)).isFalse();
    assertThat(JtaTransactions.isAway(sql("42601"))).isFalse();
    assertThat(JtaTransactions.isAway(new IllegalArgumentException("another"))).isFalse();
  }
}
