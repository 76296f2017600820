package dev.parley.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Vectors on disk: the name of the encoder, then for each text its hash (32 bytes), the number of
 * its numbers, and the numbers. It is only a shortcut: one that cannot be read is written anew.
 */
final class VectorFile {
  private static final String MAGIC = "parley-vectors/1";

  private final Path path;
  private final String encoderId;

  VectorFile(Path path, String encoderId) {
    this.path = path;
    this.encoderId = encoderId;
  }

  /** The vectors that the file holds of these texts. */
  Map<String, float[]> read(Set<String> texts) {
    if (!Files.exists(path)) {
      return Map.of();
    }
    var byHash = new HashMap<ByteBuffer, String>();
    texts.forEach(text -> byHash.put(ByteBuffer.wrap(Hash.of(text)), text));
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
      return in.readUTF().equals(MAGIC) && in.readUTF().equals(encoderId)
          ? entries(in, byHash)
          : Map.of();
    } catch (IOException e) {
      return Map.of();
    }
  }

  private static Map<String, float[]> entries(DataInputStream in, Map<ByteBuffer, String> wanted)
      throws IOException {
    var found = new TreeMap<String, float[]>();
    var hash = new byte[Hash.LENGTH];
    while (true) {
      try {
        in.readFully(hash);
      } catch (EOFException e) {
        return found;
      }
      float[] vector = Rows.floats(in);
      String text = wanted.get(ByteBuffer.wrap(hash));
      if (text != null) {
        found.put(text, vector);
      }
    }
  }

  void write(Map<String, float[]> vectors) {
    Path whole = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (var out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(whole), 1 << 16))) {
        out.writeUTF(MAGIC);
        out.writeUTF(encoderId);
        for (var entry : vectors.entrySet()) {
          out.write(Hash.of(entry.getKey()));
          Rows.write(out, entry.getValue());
        }
      }
      Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Vectors could not be kept in " + path + ".", e);
    }
  }
}
