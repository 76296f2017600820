package dev.parley.understanding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Turns a sentence into a vector with bge-small-en-v1.5, in this process. One pass serves whoever
 * asks for the same text again. Safe for use by many threads.
 *
 * <p>A vector has four parts of {@value #PART} numbers, each of length one: the first token and the
 * mean of the last layer, then the means of layers 9 and 7. A reader that wants fewer takes the
 * first ones.
 */
public final class Encoder implements AutoCloseable {
  /** Numbers in one part. */
  public static final int PART = 384;

  /** Numbers in the two parts of the last layer. */
  public static final int LAST_LAYER = 2 * PART;

  /** Numbers in a whole vector. */
  public static final int WHOLE = 4 * PART;

  private static final String NAME = "bge-small-en-v1.5-q";
  private static final List<String> INNER =
      List.of(
          "/encoder/layer.9/output/LayerNorm/Add_1_output_0",
          "/encoder/layer.7/output/LayerNorm/Add_1_output_0",
          "/encoder/layer.3/output/LayerNorm/Add_1_output_0");
  private static final int REMEMBERED = 512;

  /** The states of a text are a hundred times as large as its vector. */
  private static final int STATES_REMEMBERED = 16;

  private final HuggingFaceTokenizer tokenizer;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Recent<float[]> recent = new Recent<>(REMEMBERED);
  private final Recent<TokenStates> recentStates = new Recent<>(STATES_REMEMBERED);

  private Encoder(HuggingFaceTokenizer tokenizer, OrtEnvironment environment, OrtSession session) {
    this.tokenizer = tokenizer;
    this.environment = environment;
    this.session = session;
  }

  /**
   * Opens the encoder.
   *
   * @param natives the folder for native libraries, written at the first start only
   */
  public static Encoder open(Path natives) {
    try {
      NativeLibraries.prepare(natives);
      var environment = OrtEnvironment.getEnvironment();
      environment.setTelemetry(false);
      return new Encoder(openTokenizer(), environment, openSession(environment));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The encoder could not be opened. Check that " + natives + " can be written to.", e);
    } catch (OrtException e) {
      throw new IllegalStateException("onnxruntime could not open the encoder.", e);
    }
  }

  private static HuggingFaceTokenizer openTokenizer() throws IOException {
    try (InputStream vocabulary = resource(NAME + "-tokenizer.json")) {
      return HuggingFaceTokenizer.newInstance(
          vocabulary, Map.of("truncation", "true", "maxLength", "512", "padding", "false"));
    }
  }

  private static OrtSession openSession(OrtEnvironment environment)
      throws IOException, OrtException {
    try (InputStream model = resource(NAME + ".onnx");
        var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return environment.createSession(
          EncoderGraph.withOutputs(model.readAllBytes(), INNER), options);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream stream = Encoder.class.getClassLoader().getResourceAsStream(name);
    if (stream == null) {
      throw new IOException("The resource " + name + " is missing from the class path.");
    }
    return stream;
  }

  /** Names the encoder and what its vectors hold; models of another one do not fit. */
  public String id() {
    return NAME + "/cls+mean+9+7";
  }

  /** The vector of a text, remembered for a while. It is shared: nobody changes it. */
  public float[] vector(String text) {
    float[] known = recent.find(text);
    return known == null ? read(text).vector() : known;
  }

  /**
   * What the encoder makes of each piece of a text. It is remembered, so that it costs nothing for
   * a text whose vector was asked for just before.
   */
  public TokenStates states(String text) {
    TokenStates known = recentStates.find(text);
    return known == null ? read(text).states() : known;
  }

  private Encoded read(String text) {
    Encoded encoded = encodeWhole(text);
    recent.keep(text, encoded.vector());
    recentStates.keep(text, encoded.states());
    return encoded;
  }

  /** The vector of a text, computed anew. */
  public float[] encode(String text) {
    return run(text, (pieces, result) -> pooled(result));
  }

  /** The vector and the states of a text from one pass, computed anew. */
  public Encoded encodeWhole(String text) {
    return run(text, (pieces, result) -> new Encoded(pooled(result), states(text, pieces, result)));
  }

  /** Makes something of what came out while it is still there. */
  @FunctionalInterface
  private interface Use<T> {
    T of(Encoding pieces, OrtSession.Result result);
  }

  private <T> T run(String text, Use<T> use) {
    Encoding pieces = tokenizer.encode(text);
    long[] shape = {1, pieces.getIds().length};
    try (var ids = tensor(pieces.getIds(), shape);
        var mask = tensor(pieces.getAttentionMask(), shape);
        var types = tensor(pieces.getTypeIds(), shape);
        var result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      return use.of(pieces, result);
    } catch (OrtException e) {
      throw new IllegalStateException("onnxruntime could not encode a text.", e);
    }
  }

  private static TokenStates states(String text, Encoding pieces, OrtSession.Result result) {
    return TokenStates.of(
        text,
        pieces.getCharTokenSpans(),
        numbers(result, 0),
        numbers(result, 2),
        numbers(result, 3));
  }

  private static float[] numbers(OrtSession.Result result, int output) {
    FloatBuffer buffer = ((OnnxTensor) result.get(output)).getFloatBuffer();
    var numbers = new float[buffer.remaining()];
    buffer.get(numbers);
    return numbers;
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  private static float[] pooled(OrtSession.Result result) {
    var vector = new float[WHOLE];
    FloatBuffer last = ((OnnxTensor) result.get(0)).getFloatBuffer();
    last.get(0, vector, 0, PART);
    VectorMath.normalise(vector, 0, PART);
    mean(last, vector, PART);
    mean(((OnnxTensor) result.get(1)).getFloatBuffer(), vector, 2 * PART);
    mean(((OnnxTensor) result.get(2)).getFloatBuffer(), vector, 3 * PART);
    return vector;
  }

  private static void mean(FloatBuffer states, float[] vector, int offset) {
    int count = states.capacity();
    for (int i = 0; i < count; i++) {
      vector[offset + i % PART] += states.get(i);
    }
    VectorMath.normalise(vector, offset, PART);
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("onnxruntime could not close the encoder.", e);
    }
  }
}
