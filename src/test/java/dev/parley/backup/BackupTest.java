package dev.parley.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTest {
  @TempDir Path data;
  @TempDir Path other;
  private JdbcDataSource database;

  private static JdbcDataSource migrated() {
    var database = new JdbcDataSource();
    database.setUrl(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
    Flyway.configure().dataSource(database).load().migrate();
    return database;
  }

  @BeforeEach
  void fill() throws SQLException, IOException {
    database = migrated();
    sql("insert into conversations (conversation, last_number) values ('a', 7)");
    Files.writeString(data.resolve("known_hosts"), "web-01 key");
    Files.writeString(data.resolve("admin-token"), "admin secret");
    Files.writeString(data.resolve("otp-key"), "key of codes");
    Files.writeString(Files.createDirectory(data.resolve("secrets")).resolve("ci"), "ci secret");
  }

  private void sql(String statement) throws SQLException {
    try (var connection = database.getConnection();
        var update = connection.createStatement()) {
      update.executeUpdate(statement);
    }
  }

  private byte[] backup(boolean secrets) throws IOException {
    var out = new ByteArrayOutputStream();
    new Backup(database, data, Clock.systemUTC()).write(out, secrets);
    return out.toByteArray();
  }

  private Manifest restore(byte[] backup) throws IOException {
    return new Backup(migrated(), other, Clock.systemUTC()).read(new ByteArrayInputStream(backup));
  }

  @Test
  void secretsAreLeftOutUnlessTheyAreAskedFor() throws IOException {
    restore(backup(false));
    assertThat(other.resolve("known_hosts")).hasContent("web-01 key");
    assertThat(other.resolve("admin-token")).doesNotExist();
    assertThat(other.resolve("secrets")).doesNotExist();
    restore(backup(true));
    assertThat(other.resolve("secrets/ci")).hasContent("ci secret");
    assertThat(other.resolve("otp-key")).hasContent("key of codes");
    assertThat(Files.getPosixFilePermissions(other.resolve("secrets/ci")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void theRowsComeBack() throws IOException {
    assertThat(restore(backup(false)).rows()).containsEntry("conversations", 1L);
  }

  /** The same with one entry replaced, or added. */
  private static byte[] changed(byte[] backup, String name, String content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out);
        var in = new ZipInputStream(new ByteArrayInputStream(backup))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.getName().equals(name)) {
          zip.putNextEntry(new ZipEntry(entry.getName()));
          in.transferTo(zip);
        }
      }
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"files/../../escaped", "files/other", "files/secrets/../../x"})
  void refusesAFileThatLeadsElsewhere(String name) throws IOException {
    var hostile = changed(backup(false), name, "x");
    assertThatThrownBy(() -> restore(hostile))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("none of ours");
  }

  @Test
  void refusesWhatIsNotWhole() throws IOException {
    var whole = backup(false);
    assertThatThrownBy(() -> restore("no zip".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("no whole backup");
    assertThatThrownBy(() -> restore(changed(whole, "tables/conversations.jsonl", "")))
        .hasMessageContaining("does not hold all");
    assertThatThrownBy(() -> restore(changed(whole, "tables/users.jsonl", "{}")))
        .hasMessageContaining("a table users");
  }

  @Test
  void aColumnThatIsNoneNeverComesNearAStatement() throws IOException {
    var hostile =
        changed(
            backup(false),
            "tables/conversations.jsonl",
            "{\"conversation) values ('x'); drop table messages; --\": 1}");
    assertThatThrownBy(() -> restore(hostile)).hasMessageContaining("columns that this one lacks");
  }

  @Test
  void whatFailsLeavesNothingBehind() throws IOException, SQLException {
    var into = migrated();
    var backup = new Backup(into, other, Clock.systemUTC());
    var broken = changed(backup(false), Manifest.NAME, "{\"format\": 9}");
    assertThatThrownBy(() -> backup.read(new ByteArrayInputStream(broken)))
        .isInstanceOf(RuntimeException.class);
    try (var connection = into.getConnection()) {
      assertThat(new Tables(connection).empty()).isTrue();
    }
  }
}
