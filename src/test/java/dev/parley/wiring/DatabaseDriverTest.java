package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseDriverTest {
  private final DatabaseDriver driver = new DatabaseDriver();

  @Test
  void opensADatabaseInMemory() throws SQLException {
    try (var connection = driver.connect("jdbc:h2:mem:", new Properties())) {
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("H2");
    }
  }

  @Test
  void handsAPostgresqlUrlToItsDriver() {
    assertThatThrownBy(
            () -> driver.connect("jdbc:postgresql://127.0.0.1:1/parley", new Properties()))
        .isInstanceOf(org.postgresql.util.PSQLException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://localhost/parley",
        "jdbc:h2:tcp://localhost/parley",
        "jdbc:h2:zip:parley.zip!/parley",
        "jdbc:h2:~/parley",
        " jdbc:h2:mem:",
        "JDBC:H2:MEM:",
        ""
      })
  void refusesEveryOtherUrl(String url) {
    assertThat(driver.acceptsURL(url)).isFalse();
    assertThatThrownBy(() -> driver.connect(url, new Properties()))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("Use one of these.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ";INIT=create table x(y int)",
        ";init=runscript from 'x.sql'",
        ";MODE=PostgreSQL;InIt =select 1",
        ";I\\NIT=select 1",
        ";\u0131nit=select 1",
        ";AUTO_SERVER=TRUE"
      })
  void refusesUrlsThatRunCommandsOrOpenAPort(String settings) {
    assertThatThrownBy(() -> driver.connect("jdbc:h2:mem:" + settings, new Properties()))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("Leave it out.");
  }

  @Test
  void refusesCommandsBesideTheUrl() {
    var info = new Properties();
    info.setProperty("init", "select 1");
    assertThatThrownBy(() -> driver.connect("jdbc:h2:mem:", info))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("INIT");
  }

  @Test
  void refusesTheWrongPassword(@TempDir Path folder) throws SQLException {
    var settings = DatabaseSettings.embedded(DataFolder.open(folder));
    driver.connect(settings.url(), login(settings.user(), settings.password())).close();
    assertThatThrownBy(() -> driver.connect(settings.url(), login(settings.user(), "")))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("Wrong user name or password");
    assertThat(folder.resolve("parley.mv.db")).matches(Files::isRegularFile);
  }

  static Properties login(String user, String password) {
    var info = new Properties();
    info.setProperty("user", user);
    info.setProperty("password", password);
    return info;
  }
}
