package dev.parley.understanding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Makes inner values of an ONNX model readable. Protocol buffers merge what is appended to them, so
 * an output is added by appending a graph that holds nothing else.
 */
final class EncoderGraph {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_OUTPUT = 12;
  private static final int VALUE_NAME = 1;

  private EncoderGraph() {}

  /** The model with these values among its outputs, after its own. */
  static byte[] withOutputs(byte[] model, List<String> names) {
    var longer = new ByteArrayOutputStream(model.length + 64 * names.size());
    longer.writeBytes(model);
    for (String name : names) {
      byte[] value = field(VALUE_NAME, name.getBytes(StandardCharsets.UTF_8));
      longer.writeBytes(field(MODEL_GRAPH, field(GRAPH_OUTPUT, value)));
    }
    return longer.toByteArray();
  }

  private static byte[] field(int number, byte[] content) {
    if (content.length > 127) {
      throw new IllegalArgumentException("Only lengths of one byte are written here.");
    }
    var bytes = new ByteArrayOutputStream();
    bytes.write(number << 3 | 2);
    bytes.write(content.length);
    bytes.writeBytes(content);
    return bytes.toByteArray();
  }
}
