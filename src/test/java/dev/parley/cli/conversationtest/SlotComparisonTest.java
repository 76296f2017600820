package dev.parley.cli.conversationtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotComparisonTest {
  private final SlotComparison slots = new SlotComparison(Samples.catalog());

  @Test
  void valuesStandInAnyOrderAndWithoutCase() {
    assertThat(
            slots.same(
                "restart_service",
                Map.of("host", List.of("web-02", "WEB-01")),
                Map.of("host", List.of("web-01", "web-02"), "service", List.of("apache"))))
        .isTrue();
  }

  @Test
  void aListedSlotHasExactlyItsValues() {
    var actual = Map.of("host", List.of("web-01", "web-02"));
    assertThat(slots.same("restart_service", Map.of("host", List.of("web-01")), actual)).isFalse();
    assertThat(
            slots.same(
                "restart_service", Map.of("host", List.of("web-01", "web-02", "web-03")), actual))
        .isFalse();
    assertThat(slots.same("restart_service", Map.of("host", List.of("web-01", "web-01")), actual))
        .isFalse();
    assertThat(slots.same("restart_service", Map.of("service", List.of("apache")), actual))
        .isFalse();
    assertThat(slots.same("restart_service", Map.of("service", List.of()), actual)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "P1D, PT24H, true",
    "PT30M, PT1800S, true",
    "P1W, P7D, true",
    "P1Y, P12M, true",
    "PT0.5H, PT30M, true",
    "pt30m, PT30M, true",
    "PT30M, PT31M, false",
    "P1M, PT1M, false",
    "PT30M, -PT30M, false",
    "P, PT, false",
    "2026-01-31T18:00:00Z, 2026-01-31T19:00:00+01:00, true",
    "2026-01-31T18:00:00Z, 2026-01-31T18:00:00.000Z, true",
    "2026-01-31T18:00:00Z, 2026-01-31T18:00:01Z, false"
  })
  void timesAreComparedAsLengthsAndInstants(String expected, String actual, boolean same) {
    assertThat(same("silence_alert", "duration", expected, actual)).isEqualTo(same);
    assertThat(same("tail_logs", "since", expected, actual)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({"50, 050, true", "50, 50.0, true", "50, 5, false", "50, fifty, false"})
  void numbersAreDecimal(String expected, String actual, boolean same) {
    assertThat(same("tail_logs", "lines", expected, actual)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "The disk is full|the disk is full.|true",
        "\"the disk is full\"|the disk is full!|true",
        "the disk's full|the disk\u2019s full|true",
        "the disk is full|the disk is fuller|false"
      })
  void textsAreComparedWithoutQuotesAndClosingPunctuation(
      String expected, String actual, boolean same) {
    assertThat(same("page_on_call", "message", expected, actual)).isEqualTo(same);
  }

  @Test
  void onlyTextsLoseTheirPunctuation() {
    assertThat(same("restart_service", "host", "web-01", "web-01.")).isFalse();
  }

  @Test
  void aSlotIsKnownAlsoWhereTheIntentIsNot() {
    assertThat(same(null, "duration", "P1D", "PT24H")).isTrue();
    assertThat(same(null, "unheard_of", "x", "X")).isTrue();
  }

  private boolean same(String intent, String slot, String expected, String actual) {
    return slots.same(intent, Map.of(slot, List.of(expected)), Map.of(slot, List.of(actual)));
  }
}
