package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private static final String TRAIN =
      """
      text,intent
      turn the lights on,lights
      switch on the lamp,lights
      lights please,lights
      make it brighter in here,lights
      it is dark here,lights
      play a song,music
      i want to hear some jazz,music
      put on some music,music
      start the radio,music
      play the next track,music
      """;
  private static final String NEGATIVES =
      """
      what is the capital of peru,out_of_scope
      book me a flight to oslo,out_of_scope
      how tall is this mountain,out_of_scope
      translate this letter,out_of_scope
      my tax form is due,out_of_scope
      """;
  private static final String TEST =
      """
      text,intent
      please switch the lamp on,lights
      play some jazz music,music
      how many people live in france,out_of_scope
      water the plants,garden
      """;

  @TempDir Path folder;

  @Test
  void rejectsNothingWithoutNegatives() throws IOException {
    var result = evaluate(TRAIN);
    assertThat(result.judged()).allMatch(Judged::accepted);
    assertThat(result.outOfScopeRecall()).isZero();
  }

  @Test
  void countsALabelThatWasNeverTaughtAsWrong() throws IOException {
    var result = evaluate(TRAIN);
    assertThat(result.accuracy()).isEqualTo(2.0 / 3);
    assertThat(result.errors()).extracting(Judged::expected).contains("garden");
    assertThat(result.intents()).isEqualTo(2);
  }

  @Test
  void rejectsWhatIsForeignWhenThereAreNegatives() throws IOException {
    assertThat(evaluate(TRAIN + NEGATIVES).outOfScopeRecall()).isEqualTo(1);
  }

  @Test
  void needsNoEncoderInTheLightPipeline() throws IOException {
    var train = Files.writeString(folder.resolve("train.csv"), TRAIN + NEGATIVES);
    var test =
        Files.writeString(
            folder.resolve("test.csv"), "text,intent\nplay some music,music\nthe lights,lights\n");
    var result = Evaluation.run(train, test, TextVectors.none());
    assertThat(result.accuracyWithoutRejection()).isEqualTo(1);
  }

  @Test
  void refusesATrainingSetWithoutIntents() {
    assertThatThrownBy(() -> evaluate("text,intent\n" + NEGATIVES))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsNamesAsWords() {
    assertThat(IntentNames.inWords("restart_service")).isEqualTo("restart service");
    assertThat(IntentNames.inWords("faq/orderStatus")).isEqualTo("faq order status");
  }

  private EvaluationResult evaluate(String train) throws IOException {
    Path trainFile = Files.writeString(folder.resolve("train.csv"), train);
    Path testFile = Files.writeString(folder.resolve("test.csv"), TEST);
    var encoder = TestEncoder.get();
    var vectors = new TextVectors(encoder::encode, encoder.id(), null);
    return Evaluation.run(trainFile, testFile, vectors);
  }
}
