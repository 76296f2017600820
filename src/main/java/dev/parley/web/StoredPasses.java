package dev.parley.web;

import dev.parley.conversation.Speaker;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Login codes and sessions in the database, which all servers of it share. */
final class StoredPasses implements PassStore {
  private final Statements statements;

  StoredPasses(DataSource database) {
    statements = new Statements(database, "The sessions in the database cannot be reached.");
  }

  @Override
  public void add(Pass pass, Instant now) {
    statements.run(
        "delete from web_passes where expires_at < ?",
        delete -> {
          delete.setObject(1, Statements.at(now));
          return delete.executeUpdate();
        });
    statements.run(
        "insert into web_passes (hash, kind, platform, account_id, display_name, expires_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        insert -> {
          insert.setString(1, pass.hash());
          insert.setString(2, pass.kind().name());
          insert.setString(3, pass.speaker().platform());
          insert.setString(4, pass.speaker().id());
          insert.setString(5, pass.speaker().displayName());
          insert.setObject(6, Statements.at(pass.expiresAt()));
          return insert.executeUpdate();
        });
  }

  @Override
  public List<Pass> all(Pass.Kind kind) {
    return statements.run(
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
    return statements.run(
        "delete from web_passes where hash = ? and kind = ?",
        delete -> {
          delete.setString(1, pass.hash());
          delete.setString(2, pass.kind().name());
          return delete.executeUpdate() == 1;
        });
  }
}
