package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The records in the embedded database, in a file as in a real data folder. */
@QuarkusTest
@TestProfile(H2RecordsTest.InAFile.class)
class H2RecordsTest extends StoredRecords {
  @Test
  void waitsForTheDiskAtEachCommit() throws SQLException {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select setting_value from information_schema.settings"
                    + " where setting_name = 'WRITE_DELAY'");
        var rows = query.executeQuery()) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("0");
    }
  }

  /** A data folder that is thrown away. */
  public static class InAFile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        var folder = Files.createTempDirectory("parley-records");
        return DatabaseSettings.embedded(DataFolder.open(folder)).asProperties();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
