package dev.parley.training;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Rows of numbers in binary files: how many, then each as IEEE 754, big-endian. */
final class Floats {
  private static final int MOST = 1 << 24;

  private Floats() {}

  static void write(DataOutputStream out, float[] values) throws IOException {
    var bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asFloatBuffer().put(values);
    out.writeInt(values.length);
    out.write(bytes.array());
  }

  static float[] read(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST) {
      throw new IOException("A row of " + count + " numbers cannot be.");
    }
    var bytes = new byte[4 * count];
    in.readFully(bytes);
    var values = new float[count];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }
}
