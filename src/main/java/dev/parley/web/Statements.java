package dev.parley.web;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/**
 * Single statements on the database, each in a commit of its own.
 *
 * @param problem what is told when the database does not answer
 */
record Statements(DataSource database, String problem) {
  /** What is done with a statement. */
  interface Work<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  <T> T run(String sql, Work<T> work) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      return work.of(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(problem, e);
    }
  }

  /** A time as both databases keep it. */
  static OffsetDateTime at(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
