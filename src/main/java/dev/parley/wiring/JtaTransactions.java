package dev.parley.wiring;

import dev.parley.RecordsAwayException;
import dev.parley.Transactions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Transactions of the database. */
public final class JtaTransactions implements Transactions {
  /** PostgreSQL's classes of states: connections, resources, an operator's intervention, the disk. */
  private static final String AWAY = "(?:08|53|57|58).*";

  /** H2: it is closed, its file cannot be written, there is no connection. */
  private static final String AWAY_EMBEDDED = "90(?:007|028|031|067|098|121)";

  @Override
  public <T> T call(Supplier<T> work) {
    try {
      return QuarkusTransaction.disallowingExisting().call(work::get);
    } catch (RuntimeException e) {
      throw isAway(e) ? new RecordsAwayException(e) : e;
    }
  }

  /** Also where there is no free connection, of which the pool says nothing but that. */
  private static boolean isAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (sql.getSQLState() == null || sql.getSQLState().matches(AWAY + "|" + AWAY_EMBEDDED))) {
        return true;
      }
    }
    return false;
  }
}
