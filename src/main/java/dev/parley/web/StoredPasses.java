package dev.parley.web;

import dev.parley.conversation.Speaker;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Login codes and sessions in the database, which all servers of it share. */
record StoredPasses(DataSource database) implements PassStore {
  @Override
  public void add(Pass pass, Instant now) {
    run(
        "delete from web_passes where expires_at < ?",
        delete -> {
          delete.setObject(1, at(now));
          return delete.executeUpdate();
        });
    run(
        "insert into web_passes (hash, kind, platform, account_id, display_name, expires_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        insert -> {
          insert.setString(1, pass.hash());
          insert.setString(2, pass.kind().name());
          insert.setString(3, pass.speaker().platform());
          insert.setString(4, pass.speaker().id());
          insert.setString(5, pass.speaker().displayName());
          insert.setObject(6, at(pass.expiresAt()));
          return insert.executeUpdate();
        });
  }

  @Override
  public List<Pass> all(Pass.Kind kind) {
    return run(
        "select hash, platform, account_id, display_name, expires_at from web_passes where kind = ?",
        query -> {
          query.setString(1, kind.name());
          var found = new ArrayList<Pass>();
          try (var rows = query.executeQuery()) {
            while (rows.next()) {
              var speaker =
                  new Speaker(rows.getString(2), rows.getString(3), rows.getString(4), null);
              var expiry = rows.getObject(5, OffsetDateTime.class).toInstant();
              found.add(new Pass(kind, rows.getString(1), speaker, expiry));
            }
          }
          return List.copyOf(found);
        });
  }

  /** Who deletes the row has it. */
  @Override
  public Optional<Pass> take(Pass.Kind kind, String hash) {
    return all(kind).stream().filter(pass -> pass.hash().equals(hash)).filter(this::took).findAny();
  }

  @Override
  public List<Pass> takeAll(Pass.Kind kind, String account) {
    return all(kind).stream()
        .filter(pass -> pass.speaker().account().equals(account))
        .filter(this::took)
        .toList();
  }

  private boolean took(Pass pass) {
    return run(
        "delete from web_passes where hash = ? and kind = ?",
        delete -> {
          delete.setString(1, pass.hash());
          delete.setString(2, pass.kind().name());
          return delete.executeUpdate() == 1;
        });
  }

  private static OffsetDateTime at(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private <T> T run(String sql, Work<T> work) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      return work.of(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("The sessions in the database cannot be reached.", e);
    }
  }

  /** What is done with a statement. */
  private interface Work<T> {
    T of(PreparedStatement statement) throws SQLException;
  }
}
