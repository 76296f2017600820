package dev.parley.wiring;

import dev.parley.Transactions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;

/** Transactions of the database. */
public final class JtaTransactions implements Transactions {
  @Override
  public <T> T call(Supplier<T> work) {
    return QuarkusTransaction.disallowingExisting().call(work::get);
  }
}
