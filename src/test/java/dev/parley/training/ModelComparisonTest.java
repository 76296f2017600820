package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.training.TrainingData.Sample;
import dev.parley.understanding.TextFeatures;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a new model takes the place of the one before. */
class ModelComparisonTest {
  private static final TrainingData GOOD = TwoIntents.of("apache", "nginx", "redis", "tomcat");

  @TempDir Path folder;
  private ModelStore store = new ModelStore(Path.of(""), Clock.systemUTC());
  private final Trainer trainer = new Trainer(TextVectors.none());

  @BeforeEach
  void open() {
    store = at("2026-01-30T10:00:00Z");
  }

  private ModelStore at(String time) {
    return new ModelStore(folder, Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
  }

  @Test
  void theSameIsNotWorse() {
    assertThat(compare(GOOD, GOOD).passes()).isTrue();
  }

  @Test
  void whatWasTaughtWronglyIsHeldBackWithItsReasons() {
    var verdict = compare(GOOD, swapped(GOOD));
    assertThat(verdict.passes()).isFalse();
    assertThat(verdict.held()).anyMatch(reason -> reason.contains("instead of"));
    assertThat(verdict.byForce().passes()).isTrue();
  }

  @Test
  void anIntentThatWasTakenAwayIsNoReason() {
    var descriptions = new TreeMap<>(GOOD.descriptions());
    descriptions.remove("disk_usage");
    var less =
        new TrainingData(
            GOOD.samples().stream().filter(s -> !s.intent().equals("disk_usage")).toList(),
            descriptions);
    var verdict = compare(GOOD, less);
    assertThat(verdict.held()).noneMatch(reason -> reason.contains("disk_usage"));
    assertThat(verdict.changed()).noneMatch(line -> line.contains("disk"));
  }

  @Test
  void whatIsHeldBackStandsAsideUntilSomebodyChoosesIt() {
    var first = store.save(trainer.train(GOOD), GOOD);
    var worse = swapped(GOOD);
    var later = at("2026-01-31T10:00:00Z");
    var proposed = later.propose(trainer.train(worse), Optional.empty(), worse);
    assertThat(later.standing(proposed.encoder()))
        .map(ModelManifest::version)
        .contains(first.version());
    later.judge(proposed, new Verdict(first.version(), List.of("It is worse."), List.of(), false));
    assertThat(later.taught(worse.wording(proposed.encoder()))).isEmpty();
    assertThat(later.held(worse.wording(proposed.encoder()))).isPresent();
    later.use(proposed.version(), "jo");
    assertThat(later.taught(worse.wording(proposed.encoder())))
        .map(ModelManifest::version)
        .contains(proposed.version());
    assertThat(later.back("jo")).contains(first.version());
    assertThat(later.chosen()).contains(first.version());
  }

  @Test
  void oneStepBackGoesToTheVersionBefore() {
    var first = store.save(trainer.train(GOOD), GOOD);
    var more = TwoIntents.of("apache", "nginx", "redis", "tomcat", "haproxy");
    var later = at("2026-01-31T10:00:00Z");
    later.save(trainer.train(more), more);
    assertThat(later.back("jo")).contains(first.version());
    assertThat(store.back("jo").map(v -> !v.equals(first.version()))).contains(true);
  }

  @Test
  void aForcedVersionIsUsedAndNoted() {
    var first = store.save(trainer.train(GOOD), GOOD);
    var worse = swapped(GOOD);
    var later = at("2026-01-31T10:00:00Z");
    var proposed = later.propose(trainer.train(worse), Optional.empty(), worse);
    var held = new Verdict(first.version(), List.of("It is worse."), List.of(), false);
    later.judge(proposed, held.byForce());
    assertThat(later.chosen()).contains(proposed.version());
    assertThat(folder.resolve("history")).content().contains("force");
  }

  private Verdict compare(TrainingData before, TrainingData after) {
    var old = trainer.trainWithEachLeftOut(before);
    var made = trainer.trainWithEachLeftOut(after);
    var first = store.save(old, before);
    var second = at("2026-01-31T10:00:00Z").propose(made, Optional.empty(), after);
    return ModelComparison.of(
        first, old.model(), second, made.model(), before.samples(), TextFeatures::noVector, 0.01);
  }

  /** Half of what asks for restarts is said to ask for the disk. */
  private static TrainingData swapped(TrainingData data) {
    var samples = new ArrayList<Sample>();
    for (int i = 0; i < data.samples().size(); i++) {
      var s = data.samples().get(i);
      boolean wrong = s.intent().equals("restart_service") && i % 2 == 0;
      samples.add(new Sample(s.raw(), s.masked(), wrong ? "disk_usage" : s.intent()));
    }
    return new TrainingData(samples, data.descriptions());
  }
}
