package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinceTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "90m, 2026-01-31T10:30:00Z",
    "2d, 2026-01-29T12:00:00Z",
    "1w, 2026-01-24T12:00:00Z",
    "2026-01-30, 2026-01-29T23:00:00Z",
    "2026-01-30T10:00:00+02:00, 2026-01-30T08:00:00Z"
  })
  void readsAgesDaysAndInstants(String text, Instant since) {
    assertThat(Since.parse("--since", text, NOON)).isEqualTo(since);
  }
}
