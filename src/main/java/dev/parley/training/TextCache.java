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
 * What was computed of texts, on disk: what the file holds, what that comes from, then for each
 * text its hash (32 bytes) and its row. It is only a shortcut: one that cannot be read is written
 * anew.
 *
 * @param <T> a row
 */
final class TextCache<T> {
  private final Path path;
  private final String magic;
  private final String source;
  private final Form<T> form;

  /** How a row is written, and read back. */
  interface Form<T> {
    /** Vectors and the like. */
    Form<float[]> FLOATS =
        new Form<>() {
          @Override
          public void write(DataOutputStream out, float[] row) throws IOException {
            Rows.write(out, row);
          }

          @Override
          public float[] read(DataInputStream in) throws IOException {
            return Rows.floats(in);
          }
        };

    /** Numbers of a byte each. */
    Form<byte[]> BYTES =
        new Form<>() {
          @Override
          public void write(DataOutputStream out, byte[] row) throws IOException {
            out.writeInt(row.length);
            out.write(row);
          }

          @Override
          public byte[] read(DataInputStream in) throws IOException {
            var row = new byte[Rows.count(in)];
            in.readFully(row);
            return row;
          }
        };

    void write(DataOutputStream out, T row) throws IOException;

    T read(DataInputStream in) throws IOException;
  }

  /**
   * @param magic names the file's form
   * @param source names what the rows come from; rows of another source are not read
   */
  TextCache(Path path, String magic, String source, Form<T> form) {
    this.path = path;
    this.magic = magic;
    this.source = source;
    this.form = form;
  }

  /** The rows that the file holds of these texts. */
  Map<String, T> read(Collection<String> texts) {
    var found = new HashMap<String, T>();
    if (!Files.exists(path)) {
      return found;
    }
    var byHash = new HashMap<ByteBuffer, String>();
    texts.forEach(text -> byHash.put(ByteBuffer.wrap(Hash.of(text)), text));
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
      if (in.readUTF().equals(magic) && in.readUTF().equals(source)) {
        readRows(in, byHash, found);
      }
      return found;
    } catch (EOFException e) {
      return found;
    } catch (IOException e) {
      return Map.of();
    }
  }

  /** Reads until the file ends. */
  private void readRows(DataInputStream in, Map<ByteBuffer, String> wanted, Map<String, T> found)
      throws IOException {
    var hash = new byte[Hash.LENGTH];
    while (true) {
      in.readFully(hash);
      T row = form.read(in);
      String text = wanted.get(ByteBuffer.wrap(hash));
      if (text != null) {
        found.put(text, row);
      }
    }
  }

  /** Lets the file hold these rows and no others. */
  void write(Map<String, T> rows) {
    Path whole = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (var out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(whole), 1 << 16))) {
        out.writeUTF(magic);
        out.writeUTF(source);
        for (var entry : rows.entrySet()) {
          out.write(Hash.of(entry.getKey()));
          form.write(out, entry.getValue());
        }
      }
      Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("What was computed could not be kept in " + path + ".", e);
    }
  }
}
