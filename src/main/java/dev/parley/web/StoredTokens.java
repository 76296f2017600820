package dev.parley.web;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tokens in the database, which all servers of it share. */
record StoredTokens(DataSource database) implements TokenStore {
  @Override
  public List<Token> all() {
    return run(
        "select name, hash, scope, person, made_at, expires_at, used_at from api_tokens"
            + " order by name",
        query -> {
          var found = new ArrayList<Token>();
          try (var rows = query.executeQuery()) {
            while (rows.next()) {
              found.add(
                  new Token(
                      rows.getString(1),
                      rows.getString(2),
                      Scope.valueOf(rows.getString(3)),
                      rows.getString(4),
                      instant(rows.getObject(5, OffsetDateTime.class)),
                      instant(rows.getObject(6, OffsetDateTime.class)),
                      maybe(rows.getObject(7, OffsetDateTime.class))));
            }
          }
          return List.copyOf(found);
        });
  }

  private static Instant instant(OffsetDateTime time) {
    return time.toInstant();
  }

  private static @Nullable Instant maybe(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  @Override
  public boolean add(Token token) {
    return run(
        "insert into api_tokens (name, hash, scope, person, made_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
        insert -> {
          insert.setString(1, token.name());
          insert.setString(2, token.hash());
          insert.setString(3, token.scope().name());
          insert.setString(4, token.person());
          insert.setObject(5, at(token.madeAt()));
          insert.setObject(6, at(token.expiresAt()));
          return insert.executeUpdate() == 1;
        });
  }

  @Override
  public boolean remove(String name) {
    return run(
        "delete from api_tokens where name = ?",
        delete -> {
          delete.setString(1, name);
          return delete.executeUpdate() == 1;
        });
  }

  @Override
  public void used(String name, Instant at) {
    run(
        "update api_tokens set used_at = ? where name = ?",
        update -> {
          update.setObject(1, at(at));
          update.setString(2, name);
          return update.executeUpdate();
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
      throw new IllegalStateException("The tokens in the database cannot be reached.", e);
    }
  }

  /** What is done with a statement. */
  private interface Work<T> {
    T of(PreparedStatement statement) throws SQLException;
  }
}
