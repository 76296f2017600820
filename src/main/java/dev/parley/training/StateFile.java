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
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * States on disk: what they come from, then for each text its hash (32 bytes), the number of its
 * numbers, and the numbers, a byte each. It is only a shortcut: one that cannot be read is written
 * anew.
 */
final class StateFile {
  private static final String MAGIC = "parley-states/1";
  private static final int MOST = 1 << 24;

  private final Path path;
  private final String source;

  /**
   * @param source names the encoder and how much is kept of it
   */
  StateFile(Path path, String source) {
    this.path = path;
    this.source = source;
  }

  /** The states that the file holds of these texts. */
  Map<String, byte[]> read(Collection<String> texts) {
    var found = new HashMap<String, byte[]>();
    if (!Files.exists(path)) {
      return found;
    }
    var byHash = new HashMap<ByteBuffer, String>();
    texts.forEach(text -> byHash.put(ByteBuffer.wrap(Hash.of(text)), text));
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
      if (in.readUTF().equals(MAGIC) && in.readUTF().equals(source)) {
        readEntries(in, byHash, found);
      }
      return found;
    } catch (EOFException e) {
      return found;
    } catch (IOException e) {
      return Map.of();
    }
  }

  /** Reads until the file ends. */
  private static void readEntries(
      DataInputStream in, Map<ByteBuffer, String> wanted, Map<String, byte[]> found)
      throws IOException {
    while (true) {
      var hash = new byte[Hash.LENGTH];
      in.readFully(hash);
      int count = in.readInt();
      if (count < 0 || count > MOST) {
        throw new IOException("A row of " + count + " numbers cannot be.");
      }
      var states = new byte[count];
      in.readFully(states);
      String text = wanted.get(ByteBuffer.wrap(hash));
      if (text != null) {
        found.put(text, states);
      }
    }
  }

  void write(Map<String, byte[]> states) {
    Path whole = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (var out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(whole), 1 << 16))) {
        out.writeUTF(MAGIC);
        out.writeUTF(source);
        for (var entry : states.entrySet()) {
          out.write(Hash.of(entry.getKey()));
          out.writeInt(entry.getValue().length);
          out.write(entry.getValue());
        }
      }
      Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("States could not be kept in " + path + ".", e);
    }
  }
}
