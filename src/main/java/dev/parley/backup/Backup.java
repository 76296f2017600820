package dev.parley.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes everything that is kept into one file, as it was at one moment, while it goes on; and
 * brings it back into a database that holds nothing, whichever of the two it is.
 */
public final class Backup {
  /** Where a restored data folder says so, until the next start has asked about what was due. */
  public static final String RESTORED = "restored";

  private static final String TABLE = "tables/";
  private static final String FILE = "files/";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** What is kept beside the database. */
  private static final List<String> KEPT = List.of("known_hosts", "output");

  /** Kept only where that is asked for: whoever has these can act as the assistant. */
  private static final List<String> SECRET =
      List.of("secrets", "sealing-key", "otp-key", "admin-token", "keys");

  private final DataSource database;
  private final Path data;
  private final Clock clock;

  /**
   * @param data the data folder
   */
  public Backup(DataSource database, Path data, Clock clock) {
    this.database = database;
    this.data = data;
    this.clock = clock;
  }

  /**
   * Writes a backup. The database is read in one transaction that sees one moment.
   *
   * @param secrets whether to put secrets and keys in
   */
  public Manifest write(OutputStream out, boolean secrets) throws IOException {
    try (var connection = database.getConnection()) {
      return inOne(connection, () -> write(new Tables(connection), out, secrets));
    } catch (SQLException e) {
      throw new BackupException("The database cannot be read for a backup.", e);
    }
  }

  private Manifest write(Tables tables, OutputStream out, boolean secrets)
      throws SQLException, IOException {
    var zip = new ZipOutputStream(new Open(out));
    var rows = new TreeMap<String, Long>();
    for (var name : tables.names()) {
      zip.putNextEntry(new ZipEntry(TABLE + name + ".jsonl"));
      rows.put(name, tables.write(name, zip));
      zip.closeEntry();
    }
    for (var name : KEPT) {
      files(name, zip);
    }
    if (secrets) {
      for (var name : SECRET) {
        files(name, zip);
      }
    }
    var manifest =
        new Manifest(
            Manifest.FORMAT,
            tables.schema(),
            clock.instant().toString(),
            secrets,
            rows,
            tables.head());
    zip.putNextEntry(new ZipEntry(Manifest.NAME));
    zip.write(JSON.writeValueAsBytes(manifest));
    zip.closeEntry();
    zip.finish();
    return manifest;
  }

  private void files(String name, ZipOutputStream zip) throws IOException {
    var from = data.resolve(name);
    if (!Files.exists(from)) {
      return;
    }
    try (var all = Files.walk(from)) {
      for (var file : all.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(FILE + data.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }

  /** Brings a backup back; all of it or nothing. What it holds is checked by its manifest. */
  public Manifest read(InputStream in) throws IOException {
    try (var connection = database.getConnection()) {
      return inOne(connection, () -> read(new Tables(connection), in));
    } catch (SQLException e) {
      throw new BackupException("The database does not take the backup.", e);
    }
  }

  private Manifest read(Tables tables, InputStream in) throws SQLException, IOException {
    if (!tables.empty()) {
      throw new BackupException("The database already holds something. Restore into an empty one.");
    }
    Manifest manifest = null;
    var rows = new TreeMap<String, Long>();
    var zip = new ZipInputStream(in);
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      var name = entry.getName();
      if (name.startsWith(TABLE) && name.endsWith(".jsonl")) {
        var table = name.substring(TABLE.length(), name.length() - ".jsonl".length());
        rows.put(table, tables.read(table, new Kept(zip)));
      } else if (name.startsWith(FILE)) {
        file(name.substring(FILE.length()), zip);
      } else if (name.equals(Manifest.NAME)) {
        manifest = JSON.readValue(new Kept(zip), Manifest.class);
      }
    }
    check(manifest, rows, tables);
    tables.countOn();
    Files.writeString(data.resolve(RESTORED), "");
    return Objects.requireNonNull(manifest);
  }

  private static void check(@Nullable Manifest manifest, TreeMap<String, Long> rows, Tables tables)
      throws SQLException {
    if (manifest == null || manifest.format() != Manifest.FORMAT) {
      throw new BackupException("This is no whole backup. Take another one.");
    }
    if (!manifest.schema().equals(tables.schema())) {
      throw new BackupException(
          "The backup is of another version (database "
              + manifest.schema()
              + ", this one has "
              + tables.schema()
              + "). Restore it with the version that made it, then upgrade.");
    }
    if (!manifest.rows().equals(rows)) {
      throw new BackupException("The backup does not hold all that it says. Take another one.");
    }
  }

  /** Only files of which a backup is made, and never outside the folder. */
  private void file(String name, InputStream zip) throws IOException {
    var file = data.resolve(name).normalize();
    var first = Path.of(name).getName(0).toString();
    if (!file.startsWith(data) || !(KEPT.contains(first) || SECRET.contains(first))) {
      throw new BackupException("The backup holds a file " + name + ", which is none of ours.");
    }
    PrivateFile.copy(zip, file, data);
  }

  private static <T> T inOne(Connection connection, Work<T> work) throws SQLException, IOException {
    int isolation = connection.getTransactionIsolation();
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      var result = work.get();
      connection.commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
      connection.setTransactionIsolation(isolation);
    }
  }

  /** What is done in one transaction. */
  private interface Work<T> {
    T get() throws SQLException, IOException;
  }

  /** Whoever handed it in closes it. */
  private static final class Open extends FilterOutputStream {
    private Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /** One entry ends, and the next one follows. */
  private static final class Kept extends FilterInputStream {
    private Kept(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // the next entry is read from the same
    }
  }
}
