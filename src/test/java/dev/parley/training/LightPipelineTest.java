package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.understanding.IntentClassifier;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.IntentScores;
import dev.parley.understanding.TextFeatures;
import dev.parley.understanding.Zone;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Understanding that goes by the wording alone: no encoder, no native library. */
class LightPipelineTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

  private static TrainingData data;
  private static Trainer.Trained trained;

  @TempDir Path folder;

  @BeforeAll
  static void train() {
    data = TwoIntents.of("apache", "nginx", "redis", "tomcat");
    trained = new Trainer(TextVectors.none()).train(data);
  }

  @Test
  void tellsIntentsApartByTheirWording() {
    assertThat(best("please restart haproxy", "please restart the service"))
        .isEqualTo("restart_service");
    assertThat(best("show me the disk usage", "show me the disk usage")).isEqualTo("disk_usage");
  }

  @Test
  void seesThroughMisspellings() {
    assertThat(best("pls restrat the service", "pls restrat the service"))
        .isEqualTo("restart_service");
  }

  @Test
  void declinesWhatResemblesNothing() {
    String text = "my grandmother bakes bread";
    assertThat(classify(text, text).zone()).isNotEqualTo(Zone.ACT);
  }

  @Test
  void readsBackWhatItStored() {
    var store = new ModelStore(folder, CLOCK);
    String version = store.save(trained, data).version();
    IntentModel loaded = store.load(version);
    assertThat(loaded.encoder()).isEqualTo(IntentModel.LIGHT);
    String text = "restart apache right now";
    assertThat(new IntentClassifier(TextFeatures::noVector, loaded).measure(text, text))
        .isEqualTo(classifier().measure(text, text));
  }

  private static String best(String raw, String masked) {
    return classify(raw, masked).ranking().get(0).intent();
  }

  private static IntentScores classify(String raw, String masked) {
    return classifier().classify(raw, masked);
  }

  private static IntentClassifier classifier() {
    return new IntentClassifier(TextFeatures::noVector, trained.model());
  }
}
