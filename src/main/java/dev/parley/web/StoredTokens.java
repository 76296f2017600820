package dev.parley.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tokens in the database, which all servers of it share. */
final class StoredTokens implements TokenStore {
  private final Statements statements;

  StoredTokens(DataSource database) {
    statements = new Statements(database, "The tokens in the database cannot be reached.");
  }

  @Override
  public List<Token> all() {
    return statements.run(
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
    return statements.run(
        "insert into api_tokens (name, hash, scope, person, made_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
        insert -> {
          insert.setString(1, token.name());
          insert.setString(2, token.hash());
          insert.setString(3, token.scope().name());
          insert.setString(4, token.person());
          insert.setObject(5, Statements.at(token.madeAt()));
          insert.setObject(6, Statements.at(token.expiresAt()));
          return insert.executeUpdate() == 1;
        });
  }

  @Override
  public boolean remove(String name) {
    return statements.run(
        "delete from api_tokens where name = ?",
        delete -> {
          delete.setString(1, name);
          return delete.executeUpdate() == 1;
        });
  }

  @Override
  public void used(String name, Instant at) {
    statements.run(
        "update api_tokens set used_at = ? where name = ?",
        update -> {
          update.setObject(1, Statements.at(at));
          update.setString(2, name);
          return update.executeUpdate();
        });
  }
}
