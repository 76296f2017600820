package dev.parley.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordingTest {
  private static final Instant TWO = Instant.parse("2026-11-21T02:00:00Z");

  @Test
  void namesTheDayTheClockAndTheZone() {
    assertThat(TimeWording.absolute(TWO, ZoneId.of("UTC")))
        .isEqualTo("Saturday 21 November 2026, 02:00 UTC");
  }

  @Test
  void alsoTellsUniversalTimeWhereTheZoneIsAnother() {
    assertThat(TimeWording.absolute(TWO, ZoneId.of("Europe/Berlin")))
        .isEqualTo("Saturday 21 November 2026, 03:00 CET (02:00 UTC)");
    assertThat(TimeWording.absolute(TWO, ZoneId.of("America/New_York")))
        .isEqualTo("Friday 20 November 2026, 21:00 EST (02:00 UTC)");
  }

  @Test
  void countsSecondsWhereItIsSoon() {
    assertThat(TimeWording.absoluteAndFar(TWO, ZoneId.of("UTC"), TWO.minusSeconds(45)))
        .isEqualTo("Saturday 21 November 2026, 02:00:00 UTC, in 45 seconds");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, now",
    "PT1S, in 1 second",
    "PT90S, in 2 minutes",
    "PT20M, in 20 minutes",
    "PT59M50S, in 1 hour",
    "PT7H19M, in 7 hours and 19 minutes",
    "P1D, in 1 day",
    "P1DT2H3M, in 1 day and 2 hours",
    "P10DT5M, in 10 days and 5 minutes"
  })
  void saysHowFarAwayItIs(Duration away, String words) {
    assertThat(TimeWording.far(away)).isEqualTo(words);
  }
}
