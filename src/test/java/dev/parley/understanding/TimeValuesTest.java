package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long something is to last, and since when it is meant. */
class TimeValuesTest {
  @ParameterizedTest
  @CsvSource({
    "stop_service, stop nginx on web-01 every night",
    "restart_service, restart nginx on web-01 mondays and thursdays at 7am",
    "restart_service, restart nginx on web-01 every day at 9",
    "restart_service, restart nginx on web-01 twice a week",
    "tail_logs, tail nginx on web-01 every 5 minutes"
  })
  void saysThatItRepeatsNothing(String intent, String text) {
    assertThat(Shipped.values(intent, text)).containsExactly("objection REPEATS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "restart nginx on web-01 yesterday at 5pm",
        "restart nginx on web-01 last night",
        "stop nginx on web-01 last monday"
      })
  void refusesATimeThatHasBeen(String text) {
    assertThat(Shipped.values("restart_service", text)).containsExactly("objection PAST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nginx crashed on web-01 yesterday at 5pm, restart it",
        "restart nginx on web-01, it has been slow since yesterday"
      })
  void takesNoReasonForATime(String text) {
    assertThat(Shipped.values("restart_service", text)).doesNotContain("objection PAST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "restart nginx on web-01 later",
        "restart nginx on web-01 in a bit",
        "restart nginx on web-01 when the backup is done",
        "restart nginx on web-01 after lunch",
        "schedule a restart of nginx on web-01"
      })
  void leavesATimeThatNoClockTellsToBeAskedFor(String text) {
    var read = Shipped.read("restart_service", text);
    assertThat(read.objection()).isNull();
    var when = read.entities().get(read.entities().size() - 1);
    assertThat(when.slot()).isEqualTo("when");
    assertThat(when.values()).isEmpty();
    assertThat(when.candidates()).isEmpty();
  }

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
    "in 10 minutes, PT10M",
    "in an hour and a half, PT1H30M",
    "within the hour, PT1H",
    "2 hours from now, PT2H",
    "tomorrow, P1D",
    "at 18:00, 2026-11-20T17:00:00Z",
    "tomorrow at 9, 2026-11-21T08:00:00Z",
    "tonight at 11, 2026-11-20T22:00:00Z",
    "on monday at 10, 2026-11-23T09:00:00Z",
    "at 03:00 utc, 2026-11-21T03:00:00Z",
    "after 22:00, 2026-11-20T21:00:00Z",
    "by 6pm, 2026-11-20T17:00:00Z",
    "between 2 and 4am, 2026-11-21T01:00:00Z",
    "30 minutes before midnight, 2026-11-20T22:30:00Z"
  })
  void saysWhenToDoIt(String said, String value) {
    assertThat(Shipped.values("restart_service", "restart nginx on web-01 " + said))
        .containsExactly("service nginx", "host web-01", "time " + value);
    assertThat(Shipped.values("restart_service", "please " + said + " restart nginx on web-01"))
        .containsExactlyInAnyOrder("service nginx", "host web-01", "time " + value);
  }

  @ParameterizedTest
  @CsvSource({
    "restart_service, 'we applied updates last night, restart nginx on web-01'",
    "restart_service, restart nginx on web-01 since the cert change",
    "restart_service, restart nginx on web-01 before we deploy",
    "restart_service, restart nginx on web-01 today",
    "restart_service, restart nginx on web-01 before the migration",
    "restart_service, 'restart nginx on web-01, it hangs since ten minutes'",
    "restart_service, 'the black friday sale is on, restart nginx on web-01'"
  })
  void takesWhatHasBeenAndWhatIsToComeAfterwardsForReasons(String intent, String text) {
    assertThat(Shipped.values(intent, text)).containsExactly("service nginx", "host web-01");
  }

  @Test
  void takesABoundForNoNegation() {
    assertThat(Shipped.values("restart_service", "restart nginx on web-01 not before 23:00"))
        .containsExactly("service nginx", "host web-01", "time 2026-11-20T22:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "who is on call tomorrow night, time 2026-11-21T19:00:00Z",
    "who's on call on saturday, time 2026-11-20T23:00:00Z",
    "who was on call yesterday, time 2026-11-18T23:00:00Z",
    "who is on call next week, time 2026-11-22T23:00:00Z",
    "who is on call tonight, time 2026-11-20T19:00:00Z",
    "who is on call today, time 2026-11-19T23:00:00Z"
  })
  void saysOfWhenAQuestionIs(String said, String value) {
    assertThat(Shipped.values("who_is_on_call", said)).containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource({
    "extend the trial of acme by two weeks, days 14",
    "extend the trial of acme by a fortnight, days 14",
    "extend the trial of acme by 30 days, days 30",
    "extend the trial of acme by a month, days 30"
  })
  void saysHowManyDays(String said, String value) {
    assertThat(Shipped.values("extend_trial", said)).contains(value);
  }

  @Test
  void leavesAChoiceWhereOnlyThePersonKnowsTheDay() {
    var read = Shipped.read("restart_service", "restart nginx on web-01 on 5/6 at 10:00");
    var when = read.entities().get(2);
    assertThat(when.values()).isEmpty();
    assertThat(when.candidates()).containsExactly("2027-06-05T08:00:00Z", "2027-05-06T08:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "service_status, is nginx up on web-01 tomorrow",
    "tail_logs, tail nginx on web-01 in 10 minutes",
    "stop_service, stop nginx on web-01 for 2 hours",
    "block_ip, block 203.0.113.7 for the last hour"
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
