package dev.parley.wiring;

import dev.parley.RecordsAwayException;
import dev.parley.Transactions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Transactions of the database. */
public final class JtaTransactions implements Transactions {
  /**
   * PostgreSQL's classes of states: connections, resources, an operator's intervention, the disk.
   */
  private static final String AWAY = "(?:08|53|57|58).*";

  /** H2: it is closed, its file cannot be written, there is no connection. */
  private static final String AWAY_EMBEDDED = "90(?:007|028|031|067|098|121)";

  private static final String UNSPECIFIC = "HY000";

  @Override
  public <T> T call(Supplier<T> work) {
    try {
      return QuarkusTransaction.disallowingExisting().call(work::get);
    } catch (RuntimeException e) {
      throw isAway(e) ? new RecordsAwayException(e) : e;
    }
  }

  /**
   * Also where there is no free connection, of which the pool says nothing but that, and where a
   * commit failed, of which H2 says on a full disk nothing but that a file could not be written.
   */
  static boolean isAway(Throwable failure) {
    boolean uncommitted = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return isAway(sql);
      }
      uncommitted = uncommitted || isFailedCommit(cause);
    }
    return uncommitted;
  }

  private static boolean isAway(SQLException failure) {
    var state = failure.getSQLState();
    return state == null
        || state.matches(AWAY + "|" + AWAY_EMBEDDED)
        || state.equals(UNSPECIFIC) && causedByFile(failure);
  }

  private static boolean causedByFile(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFailedCommit(Throwable cause) {
    return cause instanceof RollbackException
        || cause instanceof HeuristicMixedException
        || cause instanceof HeuristicRollbackException
        || cause instanceof SystemException;
  }
}
