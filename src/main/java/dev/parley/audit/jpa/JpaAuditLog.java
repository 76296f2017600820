package dev.parley.audit.jpa;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.audit.AuditEvent;
import dev.parley.audit.AuditLog;
import dev.parley.audit.Entry;
import dev.parley.audit.Head;
import dev.parley.audit.NotedHead;
import dev.parley.audit.Verification;
import dev.parley.audit.Wanted;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The record in the database. What a transaction adds is written when it commits, so that the end
 * of the chain, for which all writers wait, is held only for that moment.
 */
public final class JpaAuditLog implements AuditLog {
  private static final System.Logger LOG = System.getLogger(JpaAuditLog.class.getName());
  private static final int PAGE = 1_000;
  private static final int LONG_SECONDS = 3_600;

  private final DataSource database;
  private final TransactionSynchronizationRegistry registry;
  private final AuditJson json;
  private final @Nullable NotedHead noted;

  /** The key of what a transaction is about to add. */
  private final Object additions = new Object();

  /**
   * @param noted where the end of the record is noted outside the database; null for nowhere
   */
  public JpaAuditLog(
      ObjectMapper mapper,
      DataSource database,
      TransactionSynchronizationRegistry registry,
      @Nullable NotedHead noted) {
    this.database = database;
    this.registry = registry;
    this.json = new AuditJson(mapper);
    this.noted = noted;
  }

  @Override
  public void append(AuditEvent event) {
    if (registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("The record is written in a transaction, and none is open.");
    }
    if (registry.getResource(additions) instanceof Additions open) {
      open.rows.add(ChainRow.of(event, json));
      return;
    }
    var fresh = new Additions();
    fresh.rows.add(ChainRow.of(event, json));
    registry.putResource(additions, fresh);
    registry.registerInterposedSynchronization(fresh);
  }

  /** What one transaction adds; it comes after everything else that the transaction writes. */
  private final class Additions implements Synchronization {
    private final List<ChainRow> rows = new ArrayList<>();
    private Head end = Head.NONE;

    @Override
    public void beforeCompletion() {
      if (registry.getRollbackOnly()) {
        return;
      }
      try (var connection = database.getConnection()) {
        end = new ChainTable(connection).append(rows);
      } catch (SQLException e) {
        throw new IllegalStateException("The record cannot be written, so nothing is done.", e);
      }
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        note(end);
      }
    }
  }

  private void note(Head end) {
    if (noted == null) {
      return;
    }
    try {
      noted.note(end);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The end of the record could not be noted in the data folder.", e);
    }
  }

  /** Gives what was written before there was a chain its places in it; once. */
  public void begin() {
    QuarkusTransaction.requiringNew()
        .timeout(LONG_SECONDS)
        .run(
            () ->
                reading(
                    table -> {
                      table.adopt(json);
                      return table.head();
                    }));
  }

  @Override
  public List<Entry> newest(Wanted wanted, int limit) {
    var found = new ArrayList<>(entries(table -> table.newest(wanted, limit)));
    Collections.reverse(found);
    return List.copyOf(found);
  }

  @Override
  public List<Entry> after(long position, Wanted wanted, int limit) {
    return entries(table -> table.after(position, wanted, limit));
  }

  private List<Entry> entries(Reading<List<ChainRow.Placed>> read) {
    return reading(read).stream()
        .map(row -> new Entry(row.position(), json.read(row.row().event()), row.hash()))
        .toList();
  }

  @Override
  public Head head() {
    return reading(ChainTable::head);
  }

  @Override
  public Verification.Report verify(Collection<Head> others) {
    var all = new HashSet<>(others);
    if (noted != null) {
      noted.read().ifPresent(all::add);
    }
    return reading(
        table -> {
          var verification = new Verification(table.head(), all);
          long position = 0;
          var page = table.page(position, PAGE);
          while (!page.isEmpty()) {
            page.forEach(row -> verification.add(row.link()));
            position = page.get(page.size() - 1).position();
            page = table.page(position, PAGE);
          }
          table.strays().forEach(verification::addStray);
          return verification.report();
        });
  }

  private <T> T reading(Reading<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.of(new ChainTable(connection));
    } catch (SQLException e) {
      throw new IllegalStateException("The record cannot be read.", e);
    }
  }

  /** Something that is read of the table. */
  private interface Reading<T> {
    T of(ChainTable table) throws SQLException;
  }
}
