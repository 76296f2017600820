package dev.parley.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimeTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private final LogTime times = new LogTime(ZoneOffset.ofHours(2), NOW);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-20T09:03:38.123456+00:00 web-01 sshd[1]: x   | 2026-11-20T09:03:38Z",
        "/var/log/x.log:2026-11-20T09:03:38Z x                | 2026-11-20T09:03:38Z",
        "2026-11-20 09:03:38.123 UTC [17] LOG:  ready         | 2026-11-20T09:03:38Z",
        "2026-11-20 09:03:38,123 INFO main                    | 2026-11-20T07:03:38Z",
        "2026-11-20 09:03:38.1+00:00 [info] <0.1.0>           | 2026-11-20T09:03:38Z",
        "2026/11/20 09:03:38 [error] 5#5: *1 open()           | 2026-11-20T07:03:38Z",
        "[Fri Nov 20 09:03:38.123456 2026] [core:error]       | 2026-11-20T07:03:38Z",
        "127.0.0.1 - - [20/Nov/2026:09:03:38 -0100] \"GET /\" | 2026-11-20T10:03:38Z",
        "17:M 20 Nov 2026 09:03:38.123 * Ready                | 2026-11-20T07:03:38Z",
        "20-Nov-2026 09:03:38.123 INFO [main]                 | 2026-11-20T07:03:38Z",
        "Nov 20 09:03:38 web-01 haproxy[1]: x                 | 2026-11-20T07:03:38Z",
        "Nov  2 09:03:38 web-01 cron[1]: x                    | 2026-11-02T07:03:38Z",
        "Dec 31 23:59:59 web-01 cron[1]: x                    | 2025-12-31T21:59:59Z",
      })
  void readsHowTheUsualProgramsWriteIt(String line, String expected) {
    assertThat(times.of(line).map(time -> time.truncatedTo(ChronoUnit.SECONDS)))
        .contains(Instant.parse(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "    at dev.example.Main(Main.java:12)",
        "version 12:03:38 of something",
        "2026-13-45T99:99:99Z nonsense",
        "Foo 20 09:03:38 web-01",
      })
  void aLineWithoutATimeHasNone(String line) {
    assertThat(times.of(line)).isEmpty();
  }

  @Test
  void onlyLinesFromThenOnPassAndThoseWithoutATimeAreCounted() {
    var passed = new StringBuilder();
    var filter =
        new SinceFilter(
            Instant.parse("2026-11-20T08:00:00Z"),
            times,
            line -> !line.contains("not me"),
            passed::append);
    filter.take("2026-11-20T07:59:59Z old\n2026-11-20T08:00:00Z ne");
    filter.take("w\n\tat a.stack.Trace\n2026-11-20T07:00:00Z old\n2026-11-20T09:00:00Z not me");
    filter.end();
    assertThat(passed).hasToString("2026-11-20T08:00:00Z new\n\tat a.stack.Trace\n");
    assertThat(filter.undated()).isEqualTo(1);
  }
}
