package dev.parley.backup;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tables of the database as lines of JSON, which are the same for H2 and PostgreSQL. */
final class Tables {
  /**
   * What is of running processes and open browsers, what the migrations keep for themselves, and
   * models, which the home has in its own folder.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "flyway_schema_history",
          "scheduled_tasks",
          "scheduled_alarms",
          "nodes",
          "web_passes",
          "resource_locks",
          "resource_lock_queue",
          "review_turns",
          "model_versions",
          "model_pieces",
          "model_choice",
          "channel_seats");

  /** It has a row from the beginning. */
  private static final String HEAD = "audit_head";

  private static final int FETCHED = 500;
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Connection connection;

  Tables(Connection connection) {
    this.connection = connection;
  }

  /** Their names, in one order. */
  List<String> names() throws SQLException {
    var names = new TreeSet<String>();
    try (var tables =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    names.removeAll(LEFT_OUT);
    return List.copyOf(names);
  }

  /** The last migration that was applied. */
  String schema() throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select \"version\" from \"flyway_schema_history\" where \"success\""
                    + " order by \"installed_rank\" desc limit 1")) {
      return rows.next() ? rows.getString(1) : "0";
    }
  }

  Manifest.HeadOfRecord head() throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select entries, hash from audit_head where id = 1")) {
      if (!rows.next()) {
        throw new BackupException("The head of the record is missing; see: parley audit verify");
      }
      return new Manifest.HeadOfRecord(rows.getLong(1), rows.getString(2));
    }
  }

  /** Whether nothing was ever kept in them. */
  boolean empty() throws SQLException {
    for (var name : names()) {
      if (!name.equals(HEAD) && !empty(name)) {
        return false;
      }
    }
    return head().position() == 0;
  }

  private boolean empty(String name) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select 1 from " + name + " limit 1")) {
      return !rows.next();
    }
  }

  /** Writes a table, a row a line; returns how many. */
  long write(String name, OutputStream out) throws SQLException, IOException {
    long count = 0;
    try (var statement = connection.createStatement()) {
      statement.setFetchSize(FETCHED);
      try (var rows = statement.executeQuery("select * from " + name)) {
        var columns = rows.getMetaData();
        while (rows.next()) {
          out.write(JSON.writeValueAsBytes(row(rows, columns)));
          out.write('\n');
          count++;
        }
      }
    }
    return count;
  }

  private static Map<String, @Nullable Object> row(ResultSet rows, ResultSetMetaData columns)
      throws SQLException {
    var row = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      row.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), value(rows, columns, i));
    }
    return row;
  }

  private static @Nullable Object value(ResultSet rows, ResultSetMetaData columns, int i)
      throws SQLException {
    var value =
        switch (columns.getColumnType(i)) {
          case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> rows.getLong(i);
          case Types.BOOLEAN, Types.BIT -> rows.getBoolean(i);
          case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> time(rows, i);
          case Types.BINARY, Types.VARBINARY -> bytes(rows.getBytes(i));
          default -> rows.getString(i);
        };
    return rows.wasNull() ? null : value;
  }

  private static @Nullable String time(ResultSet rows, int i) throws SQLException {
    var time = rows.getObject(i, OffsetDateTime.class);
    return time == null ? null : time.toInstant().toString();
  }

  private static @Nullable String bytes(byte @Nullable [] bytes) {
    return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
  }

  /** Reads a table back; returns how many rows it has now. */
  long read(String name, InputStream in) throws SQLException, IOException {
    if (!names().contains(name)) {
      throw new BackupException("The backup holds a table " + name + ", which there is none of.");
    }
    if (name.equals(HEAD)) {
      try (var statement = connection.createStatement()) {
        statement.executeUpdate("delete from audit_head");
      }
    }
    var types = types(name);
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    long count = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      insert(name, JSON.readValue(line, new TypeReference<>() {}), types);
      count++;
    }
    return count;
  }

  /** By column; a name that is none of them never comes near a statement. */
  private Map<String, Integer> types(String name) throws SQLException {
    var types = new TreeMap<String, Integer>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from " + name + " where 1 = 0")) {
      var columns = rows.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        types.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), columns.getColumnType(i));
      }
    }
    return types;
  }

  private void insert(String name, Map<String, @Nullable Object> row, Map<String, Integer> types)
      throws SQLException {
    if (!types.keySet().containsAll(row.keySet())) {
      throw new BackupException("The backup's table " + name + " has columns that this one lacks.");
    }
    var columns = new ArrayList<>(row.keySet());
    var sql =
        "insert into "
            + name
            + " ("
            + String.join(", ", columns)
            + ") values ("
            + "?, ".repeat(columns.size() - 1)
            + "?)";
    try (var insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        int type = types.getOrDefault(columns.get(i), Types.VARCHAR);
        var value = stored(row.get(columns.get(i)), type);
        if (value instanceof OffsetDateTime time) {
          insert.setObject(i + 1, time);
        } else {
          insert.setObject(i + 1, value, type);
        }
      }
      insert.executeUpdate();
    }
  }

  private static @Nullable Object stored(@Nullable Object value, int type) {
    if (value instanceof String text) {
      return switch (type) {
        case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> OffsetDateTime.parse(text);
        case Types.BINARY, Types.VARBINARY -> Base64.getDecoder().decode(text);
        default -> text;
      };
    }
    return value;
  }

  /** Rows that come from now on take numbers behind those that came back. */
  void countOn() throws SQLException {
    try (var statement = connection.createStatement()) {
      long last;
      try (var rows = statement.executeQuery("select coalesce(max(id), 0) from audit_events")) {
        last = rows.next() ? rows.getLong(1) : 0;
      }
      statement.executeUpdate(
          "alter table audit_events alter column id restart with " + (last + 1));
    }
  }
}
