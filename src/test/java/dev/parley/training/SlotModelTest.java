package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.understanding.CrfEnsemble;
import dev.parley.understanding.CrfWeights;
import dev.parley.understanding.SlotModel;
import dev.parley.understanding.SlotTagger;
import dev.parley.understanding.SlotTags;
import dev.parley.understanding.TaggedSpan;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotModelTest {
  private static final CrfSettings SMALL = settings(1);

  private static List<Example> examples;
  private static SlotTags tags;
  private static SlotModel full;
  private static SlotModel light;
  private static SlotModel several;

  @TempDir Path folder;

  @BeforeAll
  static void learn() {
    examples = examples();
    tags = TaggedExample.slots(examples);
    full = full(SMALL);
    several = full(settings(3));
    light = SlotLearner.light().learn(tagged(), tags);
  }

  private static CrfSettings settings(int members) {
    return new CrfSettings(1, 16, 8, 0, 4, 2e-3f, 0.1f, 1, members);
  }

  private static SlotModel full(CrfSettings settings) {
    var states = new WordStates(TestEncoder.half(), 1, null);
    return SlotLearner.full(states, settings).learn(tagged(), tags);
  }

  private static List<TaggedExample> tagged() {
    return examples.stream().map(example -> TaggedExample.of(example, tags)).toList();
  }

  private static List<Example> examples() {
    var sources = new ArrayList<String>();
    for (String title : List.of("disk is full", "login is slow", "no mail", "checkout broken")) {
      for (String person : List.of("maria", "joe", "anna", "li wei")) {
        sources.add("open a ticket about [" + title + "](title) for [" + person + "](person)");
        sources.add("give [" + person + "](person) a ticket: [" + title + "](title)");
        sources.add("assign it to [" + person + "](person)");
      }
    }
    return sources.stream()
        .map(AnnotatedText::parse)
        .map(text -> new Example(text.text(), "create_ticket", text.annotations(), "", 0))
        .toList();
  }

  private static SlotTagger tagger(SlotModel model) {
    return model.tagger(TestEncoder.half()::states);
  }

  private static SlotModel model(String kind) {
    return Map.of("full", full, "light", light, "several", several).get(kind);
  }

  private static List<String> found(SlotTagger tagger, String text) {
    return tagger.tag(text).stream()
        .map(span -> span.slot() + "=" + text.substring(span.start(), span.end()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "light", "several"})
  void findsValuesThatItHasNotSeen(String kind) {
    assertThat(found(tagger(model(kind)), "open a ticket about printer jammed for zoe"))
        .containsExactly("title=printer jammed", "person=zoe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "light", "several"})
  void tellsWhereValuesStandAlsoBehindPictures(String kind) {
    assertThat(found(tagger(model(kind)), "😀 assign it to José")).contains("person=José");
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "light", "several"})
  void tagsOnlyWhatItIsAskedFor(String kind) {
    var spans =
        tagger(model(kind))
            .tag("open a ticket about no mail for joe", slot -> slot.equals("person"));
    assertThat(spans).extracting(TaggedSpan::slot).containsOnly("person");
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "light", "several"})
  void tagsTheSameAfterItWasStored(String kind) throws IOException {
    Path file = folder.resolve("slots.bin");
    SlotModelFile.write(model(kind), file);
    SlotTagger stored = tagger(SlotModelFile.read(file));
    for (Example example : examples) {
      assertThat(stored.tag(example.text())).isEqualTo(tagger(model(kind)).tag(example.text()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "light", "several"})
  void tagsTheSameInEveryThread(String kind) {
    SlotTagger tagger = tagger(model(kind));
    var alone = examples.stream().map(example -> tagger.tag(example.text())).toList();
    IntStream.range(0, 4 * alone.size())
        .parallel()
        .map(i -> i % alone.size())
        .forEach(i -> assertThat(tagger.tag(examples.get(i).text())).isEqualTo(alone.get(i)));
  }

  @Test
  void learnsTheSameFromTheSame() {
    var once = (CrfWeights) full;
    var again = (CrfWeights) full(SMALL);
    assertThat(again.hidden()).isDeepEqualTo(once.hidden());
    assertThat(again.rows().weights()).isDeepEqualTo(once.rows().weights());
  }

  @Test
  void learnsFromFewTextsAsOftenAsTheStepsNeed() {
    int batches = examples.size() / SMALL.batch();
    var once = new CrfSettings(1, 16, 1, 8 * batches, 4, 2e-3f, 0.1f, 1, 1);
    assertThat(((CrfWeights) full(once)).hidden()).isDeepEqualTo(((CrfWeights) full).hidden());
  }

  @Test
  void eachMemberStartsElsewhere() {
    List<CrfWeights> members = ((CrfEnsemble) several).members();
    assertThat(members).hasSize(3);
    assertThat(members.get(0).hidden()).isDeepEqualTo(((CrfWeights) full).hidden());
    assertThat(Arrays.deepEquals(members.get(1).hidden(), members.get(2).hidden())).isFalse();
  }

  @Test
  void findsNothingInNothing() {
    assertThat(tagger(full).tag("")).isEmpty();
    assertThat(tagger(light).tag(" ")).isEmpty();
  }

  @Test
  void takesTextsThatAreLongerThanTheEncoderReads() {
    assertThat(tagger(full).tag("word ".repeat(700) + "assign it to joe")).isNotNull();
  }

  @Test
  void refusesAnotherFormatByName() throws IOException {
    Path file = folder.resolve("slots.bin");
    try (var out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeUTF("parley-slots/99");
    }
    assertThatThrownBy(() -> SlotModelFile.read(file))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageContaining("parley-slots/99")
        .hasMessageContaining("parley train");
  }

  @Test
  void refusesAFileThatWasCutShort() throws IOException {
    Path file = folder.resolve("slots.bin");
    SlotModelFile.write(full, file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> SlotModelFile.read(file)).isInstanceOf(IOException.class);
  }

  @Test
  void aVersionWithoutSlotsHasNoTagger() {
    assertThat(new ModelStore(folder, Clock.systemUTC()).loadSlots("2026-11-20-00000000"))
        .isEmpty();
  }

  @Test
  void namesTheVersionWhoseSlotsAreDamaged() throws IOException {
    Path version = Files.createDirectory(folder.resolve("2026-11-20-00000000"));
    Files.writeString(version.resolve("slots.bin"), "broken");
    assertThatThrownBy(
            () -> new ModelStore(folder, Clock.systemUTC()).loadSlots("2026-11-20-00000000"))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageContaining("2026-11-20-00000000")
        .hasMessageContaining("train again");
  }

  @Test
  void countsExactSpans() {
    var scores = new SlotScores();
    var there =
        List.of(new Annotation(0, 4, "title", "disk"), new Annotation(5, 8, "person", "joe"));
    scores.add(there, List.of(new TaggedSpan("title", 0, 4, 1), new TaggedSpan("title", 5, 8, 1)));
    scores.add(List.of(), List.of());
    assertThat(scores.all()).isEqualTo(new SlotScores.Count(1, 2, 2));
    assertThat(scores.slots().get("person").recall()).isZero();
    assertThat(scores.wholeTexts()).isEqualTo(0.5);
  }
}
