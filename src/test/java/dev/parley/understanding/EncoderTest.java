package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.training.TestEncoder;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
  void unpacksItsLibrariesWhereItIsTold() {
    encoder.encode("anything");
    Path natives = Path.of("target", "natives");
    assertThat(natives.resolve("tokenizers")).isNotEmptyDirectory();
    assertThat(System.getProperty("onnxruntime.native.path"))
        .startsWith(natives.toAbsolutePath().toString());
  }

  private static float cosine(float[] a, float[] b) {
    return VectorMath.dot(a, b, Encoder.PART);
  }
}
