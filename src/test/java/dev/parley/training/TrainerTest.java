package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.understanding.IntentClassifier;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

  private static TrainingData data;
  private static TextVectors vectors;
  private static Trainer.Trained trained;

  @TempDir Path folder;

  @BeforeAll
  static void train() {
    data = TwoIntents.of("apache", "nginx", "redis", "tomcat");
    vectors = new TextVectors(TestEncoder.half()::encode, TestEncoder.get().id(), null);
    trained = new Trainer(vectors).train(data);
  }

  @Test
  void tellsIntentsApartInWordsItHasNotSeen() {
    assertThat(classify("please restart haproxy", "please restart the service"))
        .satisfies(
            scores -> {
              assertThat(scores.ranking().get(0).intent()).isEqualTo("restart_service");
              assertThat(scores.zone()).isEqualTo(Zone.ACT);
            });
    assertThat(classify("show me how full the disk is", "show me how full the disk is"))
        .extracting(scores -> scores.ranking().get(0).intent())
        .isEqualTo("disk_usage");
  }

  @Test
  void declinesWhatIsForeign() {
    for (String text : List.of("what a lovely song that was", "my grandmother bakes bread")) {
      assertThat(classify(text, text).zone()).as(text).isNotEqualTo(Zone.ACT);
    }
  }

  @Test
  void neverRanksNoneOfThem() {
    assertThat(classify("tell me a joke", "tell me a joke").ranking())
        .noneMatch(scored -> scored.intent().equals(IntentModel.NEGATIVE));
  }

  @Test
  void readsBackWhatItStored() {
    var store = new ModelStore(folder, CLOCK);
    String version = store.save(trained, data).version();
    assertThat(version).matches("2026-11-20-[0-9a-f]{8}");
    var loaded = new IntentClassifier(TestEncoder.half()::vector, store.load(version));
    String text = "bounce apache right now";
    assertThat(loaded.measure(text, text)).isEqualTo(classifier().measure(text, text));
    assertThat(store.latest()).map(ModelManifest::scores).hasValue(trained.scores());
  }

  @Test
  void trainsAgainOnlyWhenTheDataChanged() {
    var store = new ModelStore(folder, CLOCK);
    var trainer = new Trainer(vectors);
    trainer.loadOrTrain(store, data);
    trainer.loadOrTrain(store, data);
    assertThat(store.list()).hasSize(1);
    trainer.loadOrTrain(store, TwoIntents.of("apache", "nginx", "redis", "jenkins"));
    assertThat(store.list()).hasSize(2);
  }

  @Test
  void trainsAgainWhenTheStoredModelIsDamaged() throws IOException {
    var store = new ModelStore(folder, CLOCK);
    String version = store.save(trained, data).version();
    Files.writeString(folder.resolve(version).resolve("intents.bin"), "broken");
    assertThat(new Trainer(vectors).loadOrTrain(store, data).labels())
        .isEqualTo(trained.model().labels());
  }

  @Test
  void keepsToAChosenVersionUntilSomethingIsTrained() {
    var store = new ModelStore(folder, CLOCK);
    String first = store.save(trained, data).version();
    store.use(first, "jo");
    assertThat(store.matching("another hash")).map(ModelManifest::version).hasValue(first);
    store.save(trained, data);
    assertThat(store.chosen()).isEmpty();
    assertThat(store.matching("another hash")).isEmpty();
  }

  @Test
  void refusesAnotherFormatByName() throws IOException {
    var store = new ModelStore(folder, CLOCK);
    String version = store.save(trained, data).version();
    Path manifest = folder.resolve(version).resolve("manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace(ModelFile.FORMAT, "parley-intents/99"));
    assertThatThrownBy(() -> store.load(version))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageContaining("parley-intents/99")
        .hasMessageContaining("parley train");
    assertThat(store.matching(data.hash(vectors.encoderId()))).isEmpty();
  }

  @Test
  void refusesVersionsOutsideItsFolder() {
    assertThatThrownBy(() -> new ModelStore(folder, CLOCK).load("../other"))
        .isInstanceOf(UnusableModelException.class);
  }

  @Test
  void computesEachVectorOnce() {
    Path file = folder.resolve("vectors");
    new TextVectors(text -> new float[] {text.length()}, "lengths", file)
        .prepare(List.of("one", "three"));
    var again =
        new TextVectors(
            text -> {
              throw new AssertionError(text);
            },
            "lengths",
            file);
    again.prepare(List.of("three"));
    assertThat(again.of("three")).containsExactly(5);
  }

  private static IntentClassifier classifier() {
    return new IntentClassifier(TestEncoder.half()::vector, trained.model());
  }

  private static dev.parley.understanding.IntentScores classify(String raw, String masked) {
    return classifier().classify(raw, masked);
  }
}
