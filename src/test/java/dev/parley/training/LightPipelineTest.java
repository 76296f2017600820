package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.training.TrainingData.Sample;
import dev.parley.understanding.IntentClassifier;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.IntentScores;
import dev.parley.understanding.TextFeatures;
import dev.parley.understanding.Zone;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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
    data = data();
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

  private static TrainingData data() {
    var samples = new ArrayList<Sample>();
    for (String service : List.of("apache", "nginx", "redis", "tomcat")) {
      for (String form : List.of("restart %s", "please restart %s", "%s needs a restart now")) {
        samples.add(
            new Sample(form.formatted(service), form.formatted("the service"), "restart_service"));
      }
    }
    for (String text :
        List.of(
            "how full is the disk",
            "show the disk usage",
            "show me how much disk space is left",
            "is there space left on the disk",
            "disk usage please",
            "disk space")) {
      samples.add(new Sample(text, text, "disk_usage"));
    }
    for (String text :
        List.of(
            "what is the weather like",
            "see you at lunch",
            "my train is late again",
            "who won the match yesterday",
            "i like this music",
            "the coffee is cold",
            "my brother bakes cake",
            "can you recommend a book")) {
      samples.add(new Sample(text, text, IntentModel.NEGATIVE));
    }
    var descriptions = new TreeMap<String, List<String>>();
    descriptions.put("restart_service", List.of("restart service", "Restart a service"));
    descriptions.put("disk_usage", List.of("disk usage", "Show how full disks are"));
    return new TrainingData(samples, descriptions);
  }
}
