package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.training.TestEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderTest {
  private final Encoder encoder = TestEncoder.get();

  @Test
  void givesFourPartsOfLengthOne() {
    float[] vector = encoder.encode("restart apache");
    assertThat(vector).hasSize(Encoder.WHOLE);
    for (int part = 0; part < 4; part++) {
      double squares = 0;
      for (int i = part * Encoder.PART; i < (part + 1) * Encoder.PART; i++) {
        squares += vector[i] * vector[i];
      }
      assertThat(squares).isCloseTo(1, within(1e-4));
    }
  }

  @Test
  void givesFewerPartsWhenItIsReadHalfway() {
    var half = TestEncoder.half();
    assertThat(half.id()).isEqualTo(Encoder.HALF).isNotEqualTo(encoder.id());
    float[] vector = half.encode("restart apache");
    assertThat(vector).hasSize(3 * Encoder.PART);
    assertThat(VectorMath.dot(vector, vector, Encoder.PART)).isCloseTo(1, within(1e-4f));
    var words = TaggedWords.of("restart apache");
    assertThat(half.states("restart apache").of(words, 1)).hasDimensions(2, Encoder.PART);
    assertThat(cosine(half.vector("restart the web server"), half.vector("restart a web server")))
        .isGreaterThan(cosine(half.vector("restart the web server"), half.vector("my cat eats")));
  }

  @Test
  void leavesOutWhatOnlyLaterLayersNeed() throws Exception {
    byte[] model;
    try (var stream = Encoder.class.getResourceAsStream("/bge-small-en-v1.5-q.onnx")) {
      model = stream.readAllBytes();
    }
    String early = "/encoder/layer.2/output/LayerNorm/Add_1_output_0";
    byte[] whole = EncoderGraph.withOutputs(model, List.of("last_hidden_state"));
    byte[] part = EncoderGraph.withOutputs(model, List.of(early));
    assertThat(part.length).isLessThan(whole.length - 9 * 1_700_000);
    assertThat(new String(part, StandardCharsets.ISO_8859_1))
        .contains(early)
        .doesNotContain("last_hidden_state")
        .doesNotContain("/encoder/layer.3/");
  }

  @Test
  void putsWhatMeansTheSameNearer() {
    float[] restart = encoder.vector("restart the web server");
    assertThat(cosine(restart, encoder.vector("bounce the http daemon")))
        .isGreaterThan(cosine(restart, encoder.vector("my cat likes fish")));
  }

  @Test
  void givesTheSameVectorInEveryThread() {
    float[] alone = encoder.encode("restart apache on web-01");
    IntStream.range(0, 40)
        .parallel()
        .forEach(i -> assertThat(encoder.encode("restart apache on web-01")).isEqualTo(alone));
  }

  @Test
  void remembersATextThatIsAskedForAgain() {
    assertThat(encoder.vector("once")).isSameAs(encoder.vector("once"));
  }

  @Test
  void readsTextsOfAnyLength() {
    assertThat(encoder.encode("")).hasSize(Encoder.WHOLE);
    assertThat(encoder.encode("word ".repeat(2_000))).hasSize(Encoder.WHOLE);
  }

  @Test
  void tellsTheStatesOfEachWordFromThePassThatGaveTheVector() {
    String text = "restart \uD83D\uDE00 café on web-01";
    var words = TaggedWords.of(text);
    float[] vector = encoder.vector(text);
    var states = encoder.states(text);
    assertThat(encoder.states(text)).isSameAs(states);
    assertThat(encoder.vector(text)).isSameAs(vector);
    float[][] all = states.of(words, TokenStates.LAYERS);
    assertThat(all).hasDimensions(words.size(), TokenStates.LAYERS * Encoder.PART);
    float[][] alone = encoder.states("web-01").of(TaggedWords.of("web-01"), 1);
    int last = words.size() - 1;
    assertThat(cosine(all[last], alone[0])).isGreaterThan(cosine(all[0], alone[0]));
  }

  /** In a process of its own: a process loads native libraries once, wherever it was told first. */
  @Test
  void unpacksItsLibrariesWhereItIsTold(@TempDir Path natives) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var opening =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Opening.class.getName(),
                natives.toString())
            .inheritIO()
            .start();
    assertThat(opening.waitFor()).isZero();
    assertThat(natives.resolve("tokenizers")).isNotEmptyDirectory();
    assertThat(natives).isDirectoryContaining("glob:**/onnxruntime-*");
  }

  /** Opens an encoder in the folder that it is told. */
  static final class Opening {
    public static void main(String... args) {
      try (var opened = Encoder.open(Path.of(args[0]))) {
        opened.encode("anything");
      }
    }
  }

  private static float cosine(float[] a, float[] b) {
    return VectorMath.dot(a, b, Encoder.PART);
  }
}
