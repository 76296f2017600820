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
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Turns a sentence into a vector with bge-small-en-v1.5, in this process. One pass serves whoever
 * asks for the same text again. Safe for use by many threads.
 *
 * <p>A vector has parts of {@value #PART} numbers, each of length one; see {@link Depth}. A reader
 * that wants fewer takes the first ones.
 */
public final class Encoder implements AutoCloseable {
  /** Numbers in one part. */
  public static final int PART = 384;

  /** Numbers in the first two parts. */
  public static final int FIRST_PARTS = 2 * PART;

  /** Numbers in a vector of all layers. */
  public static final int WHOLE = 4 * PART;

  private static final String NAME = "bge-small-en-v1.5-q";

  private static final String PARTS_OF_HALF = "6+4+2";

  /** The {@link #id()} of the first half. */
  public static final String HALF = NAME + "/" + PARTS_OF_HALF;

  /** How far a text is followed through the encoder. */
  private enum Depth {
    /**
     * To its end: the first token and the mean of the last layer, then the means of layers 9 and 7.
     * States are of the last layer, the seventh and the third.
     */
    ALL(
        "cls+mean+9+7",
        List.of("last_hidden_state", layer(9), layer(7), layer(3)),
        true,
        3,
        0,
        2,
        3),

    /**
     * Half of the way, in half of the time: the means of layers 6, 4 and 2. With thousands of
     * examples they tell requests apart as well as the later ones do.
     */
    HALF(PARTS_OF_HALF, List.of(layer(6), layer(4), layer(2)), false, 3, 0);

    private final String parts;
    private final List<String> outputs;
    private final boolean firstToken;
    private final int means;
    private final int[] states;

    /**
     * @param firstToken whether the vector begins with the first token of the first output
     * @param means of how many outputs the vector holds the mean
     * @param states of which outputs the states are kept
     */
    Depth(String parts, List<String> outputs, boolean firstToken, int means, int... states) {
      this.parts = parts;
      this.outputs = outputs;
      this.firstToken = firstToken;
      this.means = means;
      this.states = states;
    }

    private static String layer(int number) {
      return "/encoder/layer." + number + "/output/LayerNorm/Add_1_output_0";
    }
  }

  private static final int REMEMBERED = 512;

  /** The states of a text are a hundred times as large as its vector. */
  private static final int STATES_REMEMBERED = 16;

  private final Depth depth;
  private final HuggingFaceTokenizer tokenizer;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Recent<float[]> recent = new Recent<>(REMEMBERED);
  private final Recent<TokenStates> recentStates = new Recent<>(STATES_REMEMBERED);

  private Encoder(
      Depth depth, HuggingFaceTokenizer tokenizer, OrtEnvironment environment, OrtSession session) {
    this.depth = depth;
    this.tokenizer = tokenizer;
    this.environment = environment;
    this.session = session;
  }

  /**
   * Opens the encoder with all its layers.
   *
   * @param natives the folder for native libraries, written at the first start only
   */
  public static Encoder open(Path natives) {
    return open(natives, Depth.ALL);
  }

  /** Opens the first half of it, which the assistant reads messages with. */
  public static Encoder openHalf(Path natives) {
    return open(natives, Depth.HALF);
  }

  private static Encoder open(Path natives, Depth depth) {
    try {
      NativeLibraries.prepare(natives);
      var environment = OrtEnvironment.getEnvironment();
      environment.setTelemetry(false);
      return new Encoder(
          depth, openTokenizer(), environment, openSession(environment, depth.outputs));
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

  private static OrtSession openSession(OrtEnvironment environment, List<String> outputs)
      throws IOException, OrtException {
    try (InputStream model = resource(NAME + ".onnx");
        var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return environment.createSession(
          EncoderGraph.withOutputs(model.readAllBytes(), outputs), options);
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
    return NAME + "/" + depth.parts;
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

  private TokenStates states(String text, Encoding pieces, OrtSession.Result result) {
    var layers = new float[depth.states.length][];
    Arrays.setAll(layers, i -> numbers(result, depth.states[i]));
    return TokenStates.of(text, pieces.getCharTokenSpans(), layers);
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

  private float[] pooled(OrtSession.Result result) {
    int first = depth.firstToken ? PART : 0;
    var vector = new float[first + depth.means * PART];
    if (depth.firstToken) {
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(0, vector, 0, PART);
      VectorMath.normalise(vector, 0, PART);
    }
    for (int i = 0; i < depth.means; i++) {
      mean(((OnnxTensor) result.get(i)).getFloatBuffer(), vector, first + i * PART);
    }
    return vector;
  }

  private static void mean(FloatBuffer states, float[] vector, int offset) {
    var piece = new float[PART];
    while (states.hasRemaining()) {
      states.get(piece);
      for (int i = 0; i < PART; i++) {
        vector[offset + i] += piece[i];
      }
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
