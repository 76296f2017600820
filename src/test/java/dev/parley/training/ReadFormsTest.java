package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.training.TrainingData.Sample;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadFormsTest {
  private static final String TYPED = "Restart Apache, please \uD83D\uDE00";
  private static final Sample SAMPLE =
      new Sample(TYPED, "restart apache \uD83D\uDE00", "restart the service", "restart_service");

  @TempDir Path folder;

  @Test
  void remembersHowAnExampleWasRead() {
    ReadForms.in(folder.resolve("forms.bin"), "reader").keep(List.of(SAMPLE));
    assertThat(ReadForms.in(folder.resolve("forms.bin"), "reader").find(List.of(TYPED, "other")))
        .containsOnlyKeys(TYPED)
        .extractingByKey(TYPED)
        .isEqualTo(new String[] {SAMPLE.raw(), SAMPLE.masked()});
  }

  @Test
  void forgetsWhatAnotherReaderReadOtherwise() {
    ReadForms.in(folder.resolve("forms.bin"), "before").keep(List.of(SAMPLE));
    assertThat(ReadForms.in(folder.resolve("forms.bin"), "after").find(List.of(TYPED))).isEmpty();
  }
}
