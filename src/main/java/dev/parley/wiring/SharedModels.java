package dev.parley.wiring;

import dev.parley.training.ModelManifest;
import dev.parley.training.ModelStore;
import dev.parley.training.PackedModel;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Keeps the models of several processes the same: what one has learnt or chosen is in the database,
 * and the others copy it into their own folder, where it is noticed as if it had been learnt there.
 */
final class SharedModels {
  private static final Logger LOG = System.getLogger("dev.parley.nodes");

  /** As many versions as are worth going back to. */
  private static final int KEPT = 3;

  private static final int PIECE = 1 << 20;

  private final DataSource database;
  private final Path folder;
  private final ModelStore store;
  private final Set<String> told = new HashSet<>();
  private Choice known = new Choice("", -1);

  /**
   * @param folder of the models of this process
   */
  SharedModels(DataSource database, Path folder, ModelStore store) {
    this.database = database;
    this.folder = folder;
    this.store = store;
  }

  /**
   * What was chosen, and how often that has changed.
   *
   * @param version empty for none
   */
  private record Choice(String version, long turn) {}

  /** Gives what is new here, and takes what is new there. */
  void exchange() {
    try (var connection = database.getConnection()) {
      var here = store.list();
      var there = versions(connection);
      give(here, there);
      take(connection, here, there);
      choose(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The models of the other nodes cannot be looked at.", e);
    } catch (IOException e) {
      throw new UncheckedIOException("The models in " + folder + " cannot be shared.", e);
    }
  }

  private static Set<String> versions(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement("select version from model_versions");
        var rows = query.executeQuery()) {
      var versions = new HashSet<String>();
      while (rows.next()) {
        versions.add(rows.getString(1));
      }
      return versions;
    }
  }

  private void give(List<ModelManifest> here, Set<String> there) throws IOException {
    var chosen = store.chosen().orElse("");
    var worth = here.stream().limit(KEPT).collect(Collectors.toSet());
    for (var manifest : here) {
      boolean wanted =
          (manifest.compared() && worth.contains(manifest)) || manifest.version().equals(chosen);
      if (wanted && !there.contains(manifest.version())) {
        insert(manifest);
      }
    }
  }

  /** The version stands there when all its pieces do. */
  private void insert(ModelManifest manifest) throws IOException {
    var packed = Files.createTempFile("parley-model", ".zip");
    try {
      PackedModel.pack(store.path(manifest.version()), Files.newOutputStream(packed));
      QuarkusTransaction.requiringNew().run(() -> insert(manifest, packed));
    } finally {
      Files.delete(packed);
    }
  }

  private void insert(ModelManifest manifest, Path packed) {
    try (var connection = database.getConnection();
        var version =
            connection.prepareStatement(
                "insert into model_versions (version, created) values (?, ?)"
                    + " on conflict do nothing");
        var insert =
            connection.prepareStatement(
                "insert into model_pieces (version, number, piece) values (?, ?, ?)");
        var pieces = Files.newInputStream(packed)) {
      version.setString(1, manifest.version());
      version.setString(2, manifest.created());
      if (version.executeUpdate() == 0) {
        return;
      }
      int number = 0;
      for (var piece = pieces.readNBytes(PIECE);
          piece.length > 0;
          piece = pieces.readNBytes(PIECE)) {
        insert.setString(1, manifest.version());
        insert.setInt(2, number++);
        insert.setBytes(3, piece);
        insert.executeUpdate();
      }
      forgetOld(connection);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("A model cannot be given to the other nodes.", e);
    }
  }

  private static void forgetOld(Connection connection) throws SQLException {
    try (var forget =
            connection.prepareStatement(
                "delete from model_versions where version not in"
                    + " (select version from model_versions order by created desc limit ?)"
                    + " and version not in (select version from model_choice)");
        var pieces =
            connection.prepareStatement(
                "delete from model_pieces where version not in"
                    + " (select version from model_versions)")) {
      forget.setInt(1, KEPT);
      forget.executeUpdate();
      pieces.executeUpdate();
    }
  }

  /** One that cannot be copied keeps neither the others nor a choice from coming. */
  private void take(Connection connection, List<ModelManifest> here, Set<String> there)
      throws SQLException {
    var missing = new HashSet<>(there);
    here.forEach(manifest -> missing.remove(manifest.version()));
    for (var version : missing) {
      try {
        take(connection, version);
        told.remove(version);
      } catch (IOException e) {
        // tried again with the next beat, and told once
        if (told.add(version)) {
          LOG.log(Level.WARNING, "The model " + version + " cannot be copied here.", e);
        }
      }
    }
  }

  private void take(Connection connection, String version) throws SQLException, IOException {
    var packed = Files.createTempFile("parley-model", ".zip");
    try {
      copy(connection, version, packed);
      try (var pieces = Files.newInputStream(packed)) {
        PackedModel.unpack(pieces, folder, version);
      }
      LOG.log(Level.INFO, "The model " + version + " came from another node.");
    } finally {
      Files.delete(packed);
    }
  }

  private static void copy(Connection connection, String version, Path into)
      throws SQLException, IOException {
    try (var query =
            connection.prepareStatement(
                "select piece from model_pieces where version = ? and number = ?");
        var whole = Files.newOutputStream(into)) {
      query.setString(1, version);
      int number = 0;
      while (copy(query, number, whole)) {
        number++;
      }
    }
  }

  private static boolean copy(PreparedStatement query, int number, OutputStream into)
      throws SQLException, IOException {
    query.setInt(2, number);
    try (var rows = query.executeQuery()) {
      boolean there = rows.next();
      if (there) {
        into.write(rows.getBytes(1));
      }
      return there;
    }
  }

  /** Whoever changes it here wins over what stood there; else what was changed there holds here. */
  private void choose(Connection connection) throws SQLException {
    var here = store.chosen().orElse("");
    var there = choice(connection);
    boolean first = known.turn() < 0;
    if (!here.equals(first ? there.version() : known.version()) && !(first && there.turn() > 0)) {
      try (var update =
          connection.prepareStatement(
              "update model_choice set version = ?, turn = turn + 1 where id = 1")) {
        update.setString(1, here);
        update.executeUpdate();
      }
      known = choice(connection);
    } else {
      if (there.turn() != known.turn() && !here.equals(there.version())) {
        store.choose(there.version());
      }
      known = there;
    }
  }

  private static Choice choice(Connection connection) throws SQLException {
    try (var query =
            connection.prepareStatement("select version, turn from model_choice where id = 1");
        var rows = query.executeQuery()) {
      return rows.next() ? new Choice(rows.getString(1), rows.getLong(2)) : new Choice("", 0);
    }
  }
}
