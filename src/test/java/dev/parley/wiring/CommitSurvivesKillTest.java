package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded database has confirmed outlives a process that is killed the moment after. */
class CommitSurvivesKillTest {
  private static final int COMMITS = 100;

  @Test
  void keepsEveryCommitThatWasConfirmed(@TempDir Path folder) throws Exception {
    int confirmed = confirmedUntilKilled(folder);
    assertThat(confirmed).isGreaterThanOrEqualTo(COMMITS);
    try (var connection = open(folder);
        var rows = connection.createStatement().executeQuery("select max(number) from commits")) {
      rows.next();
      assertThat(rows.getInt(1)).isGreaterThanOrEqualTo(confirmed);
    }
  }

  private static int confirmedUntilKilled(Path folder) throws IOException, InterruptedException {
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(java, "-cp", classes, Committer.class.getName(), folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int confirmed = 0;
    try (var lines = process.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        confirmed = Integer.parseInt(line);
        if (confirmed == COMMITS) {
          process.destroyForcibly();
        }
      }
    } catch (IOException e) {
      // The pipe of a killed process may break instead of ending.
    }
    process.waitFor();
    return confirmed;
  }

  private static Connection open(Path folder) throws SQLException {
    var settings = DatabaseSettings.embedded(DataFolder.open(folder));
    return new DatabaseDriver()
        .connect(settings.url(), DatabaseDriverTest.login(settings.user(), settings.password()));
  }

  /** Commits until it is killed, and says so after each commit. */
  static final class Committer {
    private Committer() {}

    public static void main(String[] arguments) throws SQLException {
      try (var connection = open(Path.of(arguments[0]))) {
        connection.createStatement().execute("create table commits (number int primary key)");
        connection.setAutoCommit(false);
        var insert = connection.prepareStatement("insert into commits (number) values (?)");
        for (int number = 1; ; number++) {
          insert.setInt(1, number);
          insert.executeUpdate();
          connection.commit();
          System.out.println(number);
        }
      }
    }
  }
}
