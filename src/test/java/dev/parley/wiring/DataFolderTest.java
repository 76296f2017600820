package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path home;

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void closesTheFolderAndItsFilesToOthers() throws IOException {
    var folder = DataFolder.open(home.resolve("data"));
    folder.secret("admin-token");
    DatabaseSettings.embedded(folder);
    assertThat(permissions(folder.path())).isEqualTo("rwx------");
    try (var files = Files.list(folder.path())) {
      for (var file : files.toList()) {
        assertThat(permissions(file)).as(file.toString()).isEqualTo("rw-------");
      }
    }
  }

  @Test
  void closesWhatStoodOpen() throws IOException {
    var path = Files.createDirectory(home.resolve("data"));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    var token = Files.writeString(path.resolve("admin-token"), "let-me-in\n");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(DataFolder.open(path).secret("admin-token")).isEqualTo("let-me-in");
    assertThat(permissions(path)).isEqualTo("rwx------");
    assertThat(permissions(token)).isEqualTo("rw-------");
  }

  @Test
  void makesASecretOnce() {
    var folder = DataFolder.open(home.resolve("data"));
    var secret = folder.secret("database-password");
    assertThat(secret).hasSizeGreaterThan(40);
    assertThat(DataFolder.open(home.resolve("data")).secret("database-password")).isEqualTo(secret);
    assertThat(folder.secret("another")).isNotEqualTo(secret);
  }

  @Test
  void saysWhatToDoWhenTheFolderCannotBeUsed() throws IOException {
    var file = Files.createFile(home.resolve("data"));
    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Set PARLEY_DATA to a folder of yours.");
  }

  @Test
  void writesEachCommitToTheDiskAndKeepsThePasswordToItself() {
    var settings = DatabaseSettings.of(Map.of(), DataFolder.open(home.resolve("data")));
    assertThat(settings.url())
        .startsWith("jdbc:h2:file:/")
        .contains(";MODE=PostgreSQL;")
        .contains(";DATABASE_TO_LOWER=TRUE;")
        .contains(";DEFAULT_NULL_ORDERING=HIGH;")
        .contains(";WRITE_DELAY=0;");
    assertThat(settings.toString()).doesNotContain(settings.password());
  }

  @Test
  void takesThePostgresqlDatabaseThatTheEnvironmentNames() {
    var environment =
        Map.of(
            "PARLEY_DATABASE_URL", "jdbc:postgresql://db/parley",
            "PARLEY_DATABASE_USER", "bot",
            "PARLEY_DATABASE_PASSWORD", "secret");
    var folder = DataFolder.open(home.resolve("data"));
    assertThat(DatabaseSettings.of(environment, folder))
        .isEqualTo(new DatabaseSettings("jdbc:postgresql://db/parley", "bot", "secret"));
    assertThat(folder.path().resolve("parley.mv.db")).doesNotExist();
  }

  @Test
  void refusesAFolderNameThatWouldChangeTheSettings() {
    var folder = DataFolder.open(home.resolve("data;INIT=x"));
    assertThatThrownBy(() -> DatabaseSettings.embedded(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Choose another.");
  }
}
