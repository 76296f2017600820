package dev.parley.wiring;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets one build run on H2 or PostgreSQL: hands a URL to the driver that it belongs to. It takes
 * only databases in a file, in memory or on a PostgreSQL server, and no URL that runs commands.
 */
public final class DatabaseDriver implements Driver {
  private static final List<String> H2 = List.of("jdbc:h2:file:", "jdbc:h2:mem:");
  private static final String POSTGRESQL = "jdbc:postgresql:";

  /** H2 settings that run commands or open a port. */
  private static final List<String> REFUSED = List.of("INIT", "AUTO_SERVER");

  @Override
  public @Nullable Connection connect(String url, Properties info) throws SQLException {
    return driver(url, info).connect(url, info);
  }

  private static Driver driver(String url, Properties info) throws SQLException {
    if (url.startsWith(POSTGRESQL)) {
      return new org.postgresql.Driver();
    }
    if (!isH2(url)) {
      throw new SQLException(
          "The database URL does not start with jdbc:postgresql:, jdbc:h2:file: or jdbc:h2:mem:."
              + " Use one of these.");
    }
    for (var setting : REFUSED) {
      if (sets(url, info, setting)) {
        throw new SQLException(
            "The database URL sets " + setting + ", which is not allowed. Leave it out.");
      }
    }
    return new org.h2.Driver();
  }

  private static boolean sets(String url, Properties info, String setting) {
    return canonical(url).contains(setting + "=")
        || info.stringPropertyNames().stream()
            .map(DatabaseDriver::canonical)
            .anyMatch(setting::equals);
  }

  /** As H2 compares names, and so that neither white space nor a backslash hides one. */
  private static String canonical(String text) {
    return text.toUpperCase(Locale.ENGLISH).replaceAll("[\\s\\\\]", "");
  }

  private static boolean isH2(String url) {
    return H2.stream().anyMatch(url::startsWith);
  }

  @Override
  public boolean acceptsURL(String url) {
    return isH2(url) || url.startsWith(POSTGRESQL);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }
}
