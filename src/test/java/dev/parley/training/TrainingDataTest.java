package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.IntentCatalog;
import dev.parley.intent.IntentReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void readsOnlyWhatWasNotReadBefore(@TempDir Path folder) {
    var kept = ReadForms.in(folder.resolve("forms.bin"), "reader");
    var before = set(List.of("restart apache"));
    TrainingData.of(before, CATALOG, example -> "restart the service", kept);
    var data =
        TrainingData.of(
            set(List.of("restart apache", "bounce nginx")),
            CATALOG,
            example -> "bounce the service",
            kept);
    assertThat(data.samples())
        .extracting(TrainingData.Sample::masked)
        .containsExactly("restart the service", "bounce the service");
  }

  @Test
  void learnsTheMeaningFromMaskedFormsButForSomeAsWritten() {
    var texts = Stream.iterate(0, i -> i + 1).limit(500).map(i -> "restart box " + i).toList();
    var data = TrainingData.of(set(texts), CATALOG, example -> "restart the host");
    long asWritten = data.samples().stream().filter(s -> s.meant().equals(s.raw())).count();
    assertThat(asWritten).isBetween(20L, 90L);
    assertThat(data.meant()).contains("restart the host");
  }

  private static String wording(TrainingSet set) {
    return TrainingData.wording(set, CATALOG, ENCODER);
  }

  private static TrainingSet set(List<String> texts) {
    return TrainingSet.of(
        texts.stream().map(t -> new Example(t, "restart_service", List.of(), "a.yml", 1)).toList());
  }
}
