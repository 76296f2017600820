package dev.parley.training;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Rows of numbers in binary files: how many, then each in four bytes, big-endian. */
final class Rows {
  private static final int MOST = 1 << 24;

  private Rows() {}

  static void write(DataOutputStream out, float[] values) throws IOException {
    var bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asFloatBuffer().put(values);
    out.writeInt(values.length);
    out.write(bytes.array());
  }

  static void write(DataOutputStream out, int[] values) throws IOException {
    var bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asIntBuffer().put(values);
    out.writeInt(values.length);
    out.write(bytes.array());
  }

  static void write(DataOutputStream out, float[][] rows) throws IOException {
    out.writeInt(rows.length);
    for (float[] row : rows) {
      write(out, row);
    }
  }

  static float[] floats(DataInputStream in) throws IOException {
    var bytes = bytes(in);
    var values = new float[bytes.capacity() / 4];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  static int[] integers(DataInputStream in) throws IOException {
    var bytes = bytes(in);
    var values = new int[bytes.capacity() / 4];
    bytes.asIntBuffer().get(values);
    return values;
  }

  static float[][] matrix(DataInputStream in) throws IOException {
    var rows = new float[count(in)][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = floats(in);
    }
    return rows;
  }

  private static ByteBuffer bytes(DataInputStream in) throws IOException {
    var bytes = new byte[4 * count(in)];
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes);
  }

  /** The length of a list. */
  static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST) {
      throw new IOException("A list of " + count + " cannot be.");
    }
    return count;
  }
}
