package dev.parley.wiring;

import java.util.Map;

/**
 * Where the records are kept: in a file of the data folder, or in a PostgreSQL database that the
 * environment names.
 */
public record DatabaseSettings(String url, String user, String password) {
  /** Each commit is on the disk when it returns: without it a kill loses the last half second. */
  private static final String DURABLE = ";WRITE_DELAY=0";

  private static final String AS_POSTGRESQL =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  /** Small in memory, patient with locks, no trace file, closed by us and not by a hook of H2's. */
  private static final String MODEST =
      ";CACHE_SIZE=16384;LOCK_TIMEOUT=20000;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE";

  /**
   * Reads PARLEY_DATABASE_URL, PARLEY_DATABASE_USER and PARLEY_DATABASE_PASSWORD; without the first
   * the database is embedded.
   */
  public static DatabaseSettings of(Map<String, String> environment, DataFolder folder) {
    var url = environment.getOrDefault("PARLEY_DATABASE_URL", "");
    return url.isBlank()
        ? embedded(folder)
        : new DatabaseSettings(
            url,
            environment.getOrDefault("PARLEY_DATABASE_USER", "parley"),
            environment.getOrDefault("PARLEY_DATABASE_PASSWORD", ""));
  }

  /** A database in the folder, locked with a password of its own that is made the first time. */
  public static DatabaseSettings embedded(DataFolder folder) {
    var database = folder.path().resolve("parley").toString();
    if (database.indexOf(';') >= 0) {
      throw new IllegalArgumentException(
          "The data folder " + folder.path() + " has a semicolon in its name. Choose another.");
    }
    folder.file("parley.mv.db");
    return new DatabaseSettings(
        "jdbc:h2:file:" + database + AS_POSTGRESQL + DURABLE + MODEST,
        "parley",
        folder.secret("database-password"));
  }

  /** Whether only one process can have the database open. */
  static boolean isEmbedded(String url) {
    return url.startsWith("jdbc:h2:");
  }

  /** As the configuration reads them. */
  public Map<String, String> asProperties() {
    return Map.of(
        "parley.database.url", url,
        "parley.database.user", user,
        "parley.database.password", password);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
