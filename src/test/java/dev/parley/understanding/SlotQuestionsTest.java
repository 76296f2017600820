package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.SlotType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotQuestionsTest {
  @ParameterizedTest
  @CsvSource({
    "which environments are there?, ENVIRONMENT",
    "what apps do we have, APPLICATION",
    "hm what are the options?, CACHE",
    "which ones are there?, CACHE",
    "what can I choose from, CACHE",
    "list the caches, CACHE"
  })
  void asksWhatASlotMayBe(String text, SlotType type) {
    var clear = Shipped.CATALOG.get("clear_cache");
    assertThat(SlotQuestions.of(text, clear, clear.slot("cache").orElseThrow())).contains(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "which hosts are there?",
        "which alerts are there?",
        "what is running?",
        "which environment is shop 1.2 in?",
        "staging"
      })
  void leavesOtherQuestionsToTheIntents(String text) {
    var clear = Shipped.CATALOG.get("clear_cache");
    assertThat(SlotQuestions.of(text, clear, clear.slot("cache").orElseThrow())).isEmpty();
  }

  @Test
  void answersWhatNoIntentListsAlsoWhereNothingIsPending() {
    assertThat(SlotQuestions.of("which teams do we have?", null, null)).contains(SlotType.TEAM);
    assertThat(SlotQuestions.of("show me the databases", null, null)).isEmpty();
    assertThat(SlotQuestions.of("what are the options?", null, null)).isEmpty();
  }
}
