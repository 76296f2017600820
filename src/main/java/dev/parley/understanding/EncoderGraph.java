package dev.parley.understanding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of an ONNX model what leads to some of its inner values. Whatever only later layers
 * need is left out, so that it costs neither time to open nor to run.
 */
final class EncoderGraph {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_WEIGHTS = 5;
  private static final int GRAPH_OUTPUT = 12;
  private static final int GRAPH_VALUE = 13;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int WEIGHTS_NAME = 8;
  private static final int VALUE_NAME = 1;

  private EncoderGraph() {}

  /**
   * The model with these values as its outputs, in this order, and nothing that none of them needs.
   */
  static byte[] withOutputs(byte[] model, List<String> names) {
    try {
      var shorter = new ByteArrayOutputStream(model.length);
      for (var field : Field.all(ByteBuffer.wrap(model))) {
        field.write(field.number() == MODEL_GRAPH ? graph(field.content(), names) : null, shorter);
      }
      return shorter.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("Memory takes whatever is written to it.", e);
    }
  }

  private static byte[] graph(ByteBuffer graph, List<String> outputs) throws IOException {
    List<Field> fields = Field.all(graph);
    Set<Field> leading = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<String> needed = needed(fields, outputs, leading);
    var kept = new ByteArrayOutputStream(graph.remaining());
    for (Field field : fields) {
      boolean keep =
          switch (field.number()) {
            case GRAPH_NODE -> leading.contains(field);
            case GRAPH_WEIGHTS -> needed.contains(field.texts(WEIGHTS_NAME).get(0));
            case GRAPH_OUTPUT, GRAPH_VALUE -> false;
            default -> true;
          };
      if (keep) {
        field.write(null, kept);
      }
    }
    for (String output : outputs) {
      var name = new ByteArrayOutputStream();
      Field.write(VALUE_NAME, output.getBytes(StandardCharsets.UTF_8), name);
      Field.write(GRAPH_OUTPUT, name.toByteArray(), kept);
    }
    return kept.toByteArray();
  }

  /** What the outputs need, last first: a node stands after those whose values it takes. */
  private static Set<String> needed(List<Field> fields, List<String> outputs, Set<Field> leading) {
    var needed = new HashSet<>(outputs);
    for (int i = fields.size() - 1; i >= 0; i--) {
      Field field = fields.get(i);
      if (field.number() == GRAPH_NODE && !Collections.disjoint(needed, field.texts(NODE_OUTPUT))) {
        leading.add(field);
        needed.addAll(field.texts(NODE_INPUT));
      }
    }
    return needed;
  }

  /**
   * A field of a protocol buffer's message.
   *
   * @param content what follows the field's number; of bytes and messages without their length
   */
  private record Field(int number, int type, ByteBuffer content) {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int BYTES = 2;

    static List<Field> all(ByteBuffer message) {
      var fields = new ArrayList<Field>();
      var left = message.duplicate();
      while (left.hasRemaining()) {
        int tag = varint(left);
        int start = left.position();
        int length =
            switch (tag & 7) {
              case VARINT -> {
                skipVarint(left);
                yield left.position() - start;
              }
              case EIGHT_BYTES -> 8;
              case BYTES -> {
                int bytes = varint(left);
                start = left.position();
                yield bytes;
              }
              default -> 4;
            };
        fields.add(new Field(tag >>> 3, tag & 7, left.slice(start, length)));
        left.position(start + length);
      }
      return fields;
    }

    /** The texts of the inner fields with a number. */
    List<String> texts(int inner) {
      return all(content).stream()
          .filter(field -> field.number == inner)
          .map(field -> StandardCharsets.UTF_8.decode(field.content.duplicate()).toString())
          .toList();
    }

    /** Writes it, with another content where there is one. */
    void write(byte @Nullable [] other, ByteArrayOutputStream out) throws IOException {
      byte[] bytes = other;
      if (bytes == null) {
        bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
      }
      writeVarint(number << 3 | type, out);
      if (type == BYTES) {
        writeVarint(bytes.length, out);
      }
      out.write(bytes);
    }

    static void write(int number, byte[] content, ByteArrayOutputStream out) throws IOException {
      new Field(number, BYTES, ByteBuffer.wrap(content)).write(null, out);
    }

    private static int varint(ByteBuffer from) {
      int value = 0;
      for (int shift = 0; ; shift += 7) {
        byte next = from.get();
        value |= (next & 127) << shift;
        if (next >= 0) {
          return value;
        }
      }
    }

    /** Numbers themselves may be longer than lengths are. */
    private static void skipVarint(ByteBuffer from) {
      while (from.get() < 0) {
        continue;
      }
    }

    private static void writeVarint(int value, ByteArrayOutputStream out) {
      int left = value;
      for (; (left & ~127) != 0; left >>>= 7) {
        out.write(left & 127 | 128);
      }
      out.write(left);
    }
  }
}
