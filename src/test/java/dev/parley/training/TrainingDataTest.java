package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.IntentCatalog;
import dev.parley.intent.IntentReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrainingDataTest {
  private static final String ENCODER = "encoder";
  private static final IntentCatalog CATALOG = IntentReader.read(Path.of("intents")).catalog();

  @Test
  void keepsTheOrderOfItsExamples() {
    var texts = Stream.iterate(0, i -> i + 1).limit(500).map(i -> "restart box " + i).toList();
    var data = TrainingData.of(set(texts), CATALOG, Example::text);
    assertThat(data.samples()).extracting(TrainingData.Sample::typed).isEqualTo(texts);
  }

  @Test
  void tellsByTheWordingWhetherAnExampleChanged() {
    var before = set(List.of("restart apache", "bounce nginx"));
    assertThat(wording(set(List.of("bounce nginx", "restart apache")))).isEqualTo(wording(before));
    assertThat(wording(set(List.of("restart apache", "Bounce nginx"))))
        .isNotEqualTo(wording(before));
    assertThat(wording(set(List.of("restart apache")))).isNotEqualTo(wording(before));
  }

  @Test
  void hasTheSameWordingHoweverTheExamplesWereRead() {
    var set = set(List.of("Please restart apache", "bounce “nginx”"));
    Function<Example, String> masking = example -> "restart the service";
    assertThat(TrainingData.of(set, CATALOG, masking).wording(ENCODER)).isEqualTo(wording(set));
    assertThat(TrainingData.of(set, CATALOG, Example::text).wording(ENCODER))
        .isEqualTo(wording(set));
  }

  private static String wording(TrainingSet set) {
    return TrainingData.wording(set, CATALOG, ENCODER);
  }

  private static TrainingSet set(List<String> texts) {
    return TrainingSet.of(
        texts.stream().map(t -> new Example(t, "restart_service", List.of(), "a.yml", 1)).toList());
  }
}
