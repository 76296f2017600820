package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.understanding.Encoder;
import dev.parley.understanding.TaggedWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordStatesTest {
  private static final String TEXT = "restart apache on web-01";

  private final Encoder encoder = TestEncoder.get();
  private final TaggedWords words = TaggedWords.of(TEXT);

  @TempDir Path folder;

  private WordStates deaf(int layers) {
    return new WordStates(
        text -> {
          throw new AssertionError(text);
        },
        encoder.id(),
        layers,
        folder.resolve("states.bin"));
  }

  private void keep() {
    new WordStates(encoder, 1, folder.resolve("states.bin")).prepare(List.of(TEXT, "hello"));
  }

  @Test
  void readsBackWhatItKeptNearEnough() {
    keep();
    WordStates states = deaf(1);
    states.prepare(List.of(TEXT));
    float[][] exact = encoder.states(TEXT).of(words, 1);
    float[][] kept = states.of(TEXT, words);
    assertThat(kept).hasDimensions(words.size(), Encoder.PART);
    for (int k = 0; k < Encoder.PART; k++) {
      assertThat(kept[0][k]).isCloseTo(Math.max(-4, Math.min(4, exact[0][k])), within(0.04f));
    }
  }

  @Test
  void servesTheVectorsOfWhatItComputed() {
    var states = new WordStates(encoder, 1, null);
    states.prepare(List.of(TEXT));
    assertThat(states.vector(TEXT)).isEqualTo(encoder.encode(TEXT));
  }

  @Test
  void computesAnewWhatAnotherEncoderOrAnotherDepthLeft() {
    keep();
    var file = cache(folder.resolve("states.bin"), encoder.id() + "/2");
    assertThat(file.read(List.of(TEXT))).isEmpty();
  }

  @Test
  void computesAnewWhatWasCutShort() throws IOException {
    keep();
    Path path = folder.resolve("states.bin");
    Files.write(path, Arrays.copyOf(Files.readAllBytes(path), 100));
    assertThat(cache(path, encoder.id() + "/1").read(List.of(TEXT, "hello"))).isEmpty();
  }

  private static TextCache<byte[]> cache(Path path, String source) {
    return new TextCache<>(path, "parley-states/1", source, TextCache.Form.BYTES);
  }
}
