package dev.parley.audit.jpa;

import dev.parley.audit.Head;
import dev.parley.audit.Seal;
import dev.parley.audit.Wanted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The record's two tables, in SQL that H2 and PostgreSQL both understand. */
record ChainTable(Connection connection) {
  private static final String COLUMNS =
      "position, previous, hash, happened_at, kind, conversation, person, words, intent, execution,"
          + " event";

  /** What a search asks; an execution's events are of the intent that it was accepted with. */
  private static final String FITS =
      " from audit_events where position > ? and happened_at >= ? and happened_at < ?"
          + " and (? = '' or person = ?) and (? = '' or kind = ?)"
          + " and (? = '' or intent = ? or execution <> '' and execution in"
          + " (select execution from audit_events where intent = ?))"
          + " and words like ? escape '!' order by position ";

  /** Adds rows at the end, which is held from here on until the transaction ends. */
  Head append(List<ChainRow> rows) throws SQLException {
    var end = hold(rows.size());
    var insert =
        "insert into audit_events (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (var statement = connection.prepareStatement(insert)) {
      for (var row : rows) {
        var previous = end.hash();
        end = new Head(end.position() + 1, Seal.of(previous, row.fields()));
        statement.setLong(1, end.position());
        statement.setString(2, previous);
        statement.setString(3, end.hash());
        statement.setObject(4, row.happenedAt().atOffset(ZoneOffset.UTC));
        statement.setString(5, row.kind());
        statement.setString(6, row.conversation());
        statement.setString(7, row.person());
        statement.setString(8, row.words());
        statement.setString(9, row.intent());
        statement.setString(10, row.execution());
        statement.setString(11, row.event());
        statement.addBatch();
      }
      statement.executeBatch();
    }
    end(end);
    return end;
  }

  /** Changing the row holds it; what it says is read then, because others may have changed it. */
  private Head hold(int added) throws SQLException {
    try (var count =
        connection.prepareStatement("update audit_head set entries = entries + ? where id = 1")) {
      count.setInt(1, added);
      if (count.executeUpdate() != 1) {
        throw new SQLException("The head of the record is missing from the table audit_head.");
      }
    }
    var now = head();
    return new Head(now.position() - added, now.hash());
  }

  private void end(Head end) throws SQLException {
    try (var update =
        connection.prepareStatement("update audit_head set entries = ?, hash = ? where id = 1")) {
      update.setLong(1, end.position());
      update.setString(2, end.hash());
      update.executeUpdate();
    }
  }

  Head head() throws SQLException {
    try (var query =
            connection.prepareStatement("select entries, hash from audit_head where id = 1");
        var rows = query.executeQuery()) {
      return rows.next() ? new Head(rows.getLong(1), rows.getString(2)) : Head.NONE;
    }
  }

  /** Gives older rows their places, in the order in which they were written; once. */
  void adopt(AuditJson json) throws SQLException {
    if (begun()) {
      return;
    }
    var end = hold(0);
    if (begun()) {
      // another process did, while this one waited
      return;
    }
    try (var older =
            connection.prepareStatement(
                "select id, " + COLUMNS + " from audit_events where position is null order by id");
        var rows = fetched(older);
        var update =
            connection.prepareStatement(
                "update audit_events set position = ?, previous = ?, hash = ?, intent = ?,"
                    + " execution = ? where id = ?")) {
      while (rows.next()) {
        var row = ChainRow.read(rows).indexed(json);
        var previous = end.hash();
        end = new Head(end.position() + 1, Seal.of(previous, row.fields()));
        update.setLong(1, end.position());
        update.setString(2, previous);
        update.setString(3, end.hash());
        update.setString(4, row.intent());
        update.setString(5, row.execution());
        update.setLong(6, rows.getLong("id"));
        update.addBatch();
        if (end.position() % 1_000 == 0) {
          update.executeBatch();
        }
      }
      update.executeBatch();
    }
    end(end);
    try (var done =
        connection.prepareStatement("update audit_head set begun = true where id = 1")) {
      done.executeUpdate();
    }
  }

  /** Not all of a long record at once. */
  private static ResultSet fetched(PreparedStatement query) throws SQLException {
    query.setFetchSize(1_000);
    return query.executeQuery();
  }

  private boolean begun() throws SQLException {
    try (var query = connection.prepareStatement("select begun from audit_head where id = 1");
        var rows = query.executeQuery()) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  List<ChainRow.Placed> newest(Wanted wanted, int limit) throws SQLException {
    return find(0, wanted, limit, "desc");
  }

  List<ChainRow.Placed> after(long position, Wanted wanted, int limit) throws SQLException {
    return find(position, wanted, limit, "asc");
  }

  private List<ChainRow.Placed> find(long position, Wanted wanted, int limit, String order)
      throws SQLException {
    try (var query = connection.prepareStatement("select " + COLUMNS + FITS + order + " limit ?")) {
      query.setLong(1, position);
      at(query, 2, wanted.since());
      at(query, 3, wanted.until());
      var texts =
          List.of(
              wanted.person(),
              wanted.person(),
              wanted.kind(),
              wanted.kind(),
              wanted.intent(),
              wanted.intent(),
              wanted.intent(),
              containing(wanted.text()));
      for (int i = 0; i < texts.size(); i++) {
        query.setString(4 + i, texts.get(i));
      }
      query.setInt(4 + texts.size(), limit);
      return placed(query);
    }
  }

  private static void at(PreparedStatement query, int index, Instant at) throws SQLException {
    query.setObject(index, at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
  }

  /** The text itself, whatever is in it, anywhere. */
  private static String containing(String text) {
    return "%" + text.replace("\0", "").replaceAll("[!%_]", "!$0") + "%";
  }

  /** The rows of the chain behind a position, whatever they hold. */
  List<ChainRow.Placed> page(long position, int limit) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select "
                + COLUMNS
                + " from audit_events where position > ? order by position limit ?")) {
      query.setLong(1, position);
      query.setInt(2, limit);
      return placed(query);
    }
  }

  private static List<ChainRow.Placed> placed(PreparedStatement query) throws SQLException {
    var found = new ArrayList<ChainRow.Placed>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(
            new ChainRow.Placed(
                rows.getLong("position"),
                Objects.toString(rows.getString("previous"), ""),
                Objects.toString(rows.getString("hash"), ""),
                ChainRow.read(rows)));
      }
    }
    return found;
  }

  /** Rows without a place, each by what tells it apart. */
  List<String> strays() throws SQLException {
    if (!begun()) {
      return List.of();
    }
    try (var query =
            connection.prepareStatement(
                "select id, kind, happened_at from audit_events"
                    + " where position is null or position < 1 order by id limit 20");
        var rows = query.executeQuery()) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add("row " + rows.getLong(1) + ", " + rows.getString(2) + " of " + rows.getString(3));
      }
      return found;
    }
  }
}
