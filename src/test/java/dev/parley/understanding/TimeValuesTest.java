package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long something is to last, and since when it is meant. */
class TimeValuesTest {
  @ParameterizedTest
  @CsvSource({
    "for an hour, PT1H",
    "for 2h, PT2H",
    "2h, PT2H",
    "for half an hour, PT30M",
    "half an hour, PT30M",
    "for 90m, PT90M",
    "for 90 minutes, PT90M",
    "for 1h30m, PT90M",
    "for 1h 30m, PT1H30M",
    "for an hour and a half, PT1H30M",
    "for one and a half hours, PT1H30M",
    "for 1.5 hours, PT1H30M",
    "for an hour and 15 minutes, PT1H15M",
    "for a quarter of an hour, PT15M",
    "for a couple of hours, PT2H",
    "for twenty-five minutes, PT25M",
    "for a week, P7D",
    "for two days, P2D",
    "for the next 3 hours, PT3H",
    "for about 10 mins, PT10M",
    "for the next hour, PT1H",
    "for 24 hrs please, PT24H",
    "until 18:00, 2026-11-20T17:00:00Z",
    "until 9am, 2026-11-21T08:00:00Z",
    "till tomorrow, 2026-11-20T23:00:00Z",
    "until 20:00 utc, 2026-11-20T20:00:00Z",
    "until monday 8am, 2026-11-23T07:00:00Z"
  })
  void saysHowLong(String said, String value) {
    assertThat(Shipped.values("block_ip", "block 203.0.113.7 " + said))
        .containsExactly("ip 203.0.113.7", "duration " + value);
  }

  @ParameterizedTest
  @CsvSource({
    "in the last 30 minutes, PT30M",
    "over the past day, P1D",
    "for the last hour, PT1H",
    "of the last 24h, PT24H",
    "last week, P7D",
    "past 6 hours, PT6H",
    "since yesterday, P1D",
    "since 2 hours ago, PT2H",
    "2 hours ago, PT2H",
    "since an hour, PT1H",
    "for 3 hours, PT3H",
    "3h, PT3H",
    "since 09:00, 2026-11-20T08:00:00Z",
    "since 9am, 2026-11-20T08:00:00Z",
    "since 9:30 pm, 2026-11-19T20:30:00Z",
    "since 13:00, 2026-11-19T12:00:00Z",
    "since midnight, 2026-11-19T23:00:00Z",
    "since noon, 2026-11-20T11:00:00Z",
    "since this morning, 2026-11-19T23:00:00Z",
    "since monday, 2026-11-15T23:00:00Z",
    "since yesterday 18:00, 2026-11-19T17:00:00Z",
    "since 18:00 yesterday, 2026-11-19T17:00:00Z",
    "since yesterday at 6pm, 2026-11-19T17:00:00Z",
    "since 2026-11-01, 2026-10-31T23:00:00Z",
    "since 2026-11-01T10:00:00Z, 2026-11-01T10:00:00Z",
    "since 08:00 utc, 2026-11-20T08:00:00Z"
  })
  void saysSinceWhen(String said, String value) {
    assertThat(Shipped.values("show_graph", "graph cpu on web-01 " + said))
        .containsExactly("metric cpu", "host web-01", "since " + value);
  }

  @ParameterizedTest
  @CsvSource({
    "stop_service, stop nginx on web-01 for 2 hours",
    "stop_service, stop nginx on web-01 in 10 minutes",
    "restart_service, restart nginx on web-01 at 18:00",
    "restart_service, restart nginx on web-01 tomorrow",
    "block_ip, block 203.0.113.7 in 10 minutes",
    "block_ip, block 203.0.113.7 tomorrow",
    "block_ip, block 203.0.113.7 for the last hour",
    "tail_logs, tail nginx on web-01 every 5 minutes"
  })
  void objectsToTimesThatTheIntentDoesNotTake(String intent, String text) {
    assertThat(Shipped.values(intent, text)).containsExactly("objection TIME");
  }

  @ParameterizedTest
  @CsvSource({
    "for an hour, PT1H",
    "an hour, PT1H",
    "2 hours please, PT2H",
    "45, ",
    "for 2h, PT2H",
    "until 18:00, 2026-11-20T17:00:00Z",
    "half an hour i think, PT30M",
    "a day, P1D"
  })
  void answersTheQuestionHowLong(String said, String value) {
    var expected = value == null ? new String[0] : new String[] {"duration " + value};
    assertThat(Shipped.answer("block_ip", "duration", said)).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "last 2 hours, PT2H",
    "yesterday, P1D",
    "since 9, 2026-11-20T08:00:00Z",
    "2 hours ago, PT2H",
    "the past day, P1D",
    "09:00, 2026-11-20T08:00:00Z"
  })
  void answersTheQuestionSinceWhen(String said, String value) {
    assertThat(Shipped.answer("show_graph", "since", said)).containsExactly("since " + value);
  }
}
