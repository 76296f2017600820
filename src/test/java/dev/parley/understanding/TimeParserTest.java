package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What engineers say of times, heard at noon of Friday the 20th of November in Berlin. */
class TimeParserTest {
  private static final ZonedDateTime NOON =
      ZonedDateTime.of(2026, 11, 20, 12, 0, 0, 0, ZoneId.of("Europe/Berlin"));
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reboot db-02 tomorrow at half past nine | AT 11-21 09:30
          kick jenkins on app-02 in an hour and a half please | IN PT1H30M
          mute the disk alert for the next two weeks | FOR P14D
          block 203.0.113.9 until 6pm | UNTIL 11-20 18:00
          bounce nginx on web-01 tonight at 11 | AT 11-20 23:00
          who's on call tomorrow night | AT 11-21 20:00..11-22 06:00
          restart tomcat at 03:00 UTC | AT 11-21 04:00
          reload haproxy mondays and thursdays at 7am | EVERY FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=7;BYMINUTE=0
          show errors since yesterday 5pm | SINCE 11-19 17:00
          graph cpu over the last 90 secs | LAST PT90S
          deploy shop 1.4.2 to production on monday at 10 | AT 11-23 10:00
          stop rabbit between 2 and 4am | AT 11-21 02:00..11-21 04:00
          silence it for 2h30 | FOR PT150M
          backup orders every night at 1:30 | EVERY FREQ=DAILY;BYHOUR=1;BYMINUTE=30
          reboot web-03 half an hour before midnight | AT 11-20 23:30
          clear the pages cache by eod | BEFORE 11-20 18:00
          do it next friday 14:00 CET | AT 11-27 14:00
          start memcached the day after tomorrow at noon | AT 11-22 12:00
          put billing in maintenance mode for the rest of the day | FOR 11-20 12:00..11-21 00:00
          restart apache not before 23:00 | AFTER 11-20 23:00
          extend acme's trial by a fortnight | BARE P14D
          page the dba team 15 mins from now | IN PT15M
          restart redis after 15 minutes from now | IN PT15M
          run it on 2026-12-01T08:00:00Z | AT 12-01 09:00
          reload nginx 20 Nov 14:00 | AT 11-20 14:00
          restart sshd at 9 p.m. ET | AT 11-21 03:00
          reboot lb-01 at quarter to 5 | AT 11-20 16:45
          reboot cache-01 sometime next week | AT 11-23 00:00..11-30 00:00
          restart nginx later today | VAGUE
          roll back shop in 2 days at 10:00 | AT 11-22 10:00
          how many 500s in the last hour | LAST PT1H
          take web-03 down over the weekend | AT 11-21 00:00..11-23 00:00
          schedule the reboot for 6:15 tomorrow morning | AT 11-21 06:15
          resolve it by 5pm ET | BEFORE 11-20 23:00
          """)
  void hearsWhatWasWrittenBeforeItWasTried(String said, String meant) {
    assertThat(heard(said)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ack INC-2041",
        "scale shop from 3 to 5 replicas",
        "is port 8443 open on web-01",
        "sev1: db-01 is down",
        "restart nginx on web-01, web-02 and web-03",
        "top 5 processes on web-01",
        "kill -9 4412 on app-01"
      })
  void hearsNoTimeWhereNoneWasWritten(String said) {
    assertThat(heard(said)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          at 18:00 | AT 11-20 18:00
          at 09:00 | AT 11-21 09:00
          at 6pm | AT 11-20 18:00
          at 6 pm | AT 11-20 18:00
          at 6:30 p.m. | AT 11-20 18:30
          at 1800 hours | AT 11-20 18:00
          at 1800 | AT 11-20 18:00
          at 18h30 | AT 11-20 18:30
          at 9 o'clock | AT 11-20 21:00
          at nine | AT 11-20 21:00
          at 5 | AT 11-20 17:00
          at 17 | AT 11-20 17:00
          tomorrow at 9 | AT 11-21 09:00
          tomorrow 9am | AT 11-21 09:00
          9am tomorrow | AT 11-21 09:00
          at 9 tomorrow | AT 11-21 09:00
          tomorrow between 9 and 11 | AT 11-21 09:00..11-21 11:00
          between 9 and 11 tomorrow | AT 11-21 09:00..11-21 11:00
          from 22:00 to 02:00 | AT 11-20 22:00..11-21 02:00
          tomorrow 9-11 | AT 11-21 09:00..11-21 11:00
          tomorrow from 9am until 5pm | AT 11-21 09:00..11-21 17:00
          14:00-15:30 | AT 11-20 14:00..11-20 15:30
          half past nine | AT 11-20 21:30
          at half nine | AT 11-20 21:30
          quarter past 3 | AT 11-20 15:15
          ten to six | AT 11-20 17:50
          at twenty past two | AT 11-20 14:20
          at midnight | AT 11-21 00:00
          at noon | AT 11-21 12:00
          tomorrow noon | AT 11-21 12:00
          midnight utc | AT 11-21 01:00
          tonight | AT 11-20 20:00..11-21 06:00
          tonight at 2 | AT 11-21 02:00
          tonight 23:30 | AT 11-20 23:30
          this evening at 8 | AT 11-20 20:00
          at 3 in the morning | AT 11-21 03:00
          tomorrow morning | AT 11-21 06:00..11-21 12:00
          monday evening | AT 11-23 18:00..11-23 22:00
          on monday | AT day 11-23
          on mon at 8:00 | AT 11-23 08:00
          next monday 8am | AT 11-23 08:00
          monday week | AT day 11-30
          tomorrow | AT day 11-21
          the day after tomorrow | AT day 11-22
          on 2026-12-24 | AT day 12-24
          2026-12-24 18:00 | AT 12-24 18:00
          2026-12-24T18:00 | AT 12-24 18:00
          2026-12-24T18:00+02:00 | AT 12-24 17:00
          on dec 24 at 18:00 | AT 12-24 18:00
          24th of december, 6pm | AT 12-24 18:00
          december 24th 2026 | AT day 12-24
          on 24.12.2026 | AT day 12-24
          on the 24th at 10:00 | AT 11-24 10:00
          on 11/24 at 10:00 | AT 11-24 10:00
          18:00 tomorrow | AT 11-21 18:00
          at 6pm new york time | AT 11-21 00:00
          at 18:00 Europe/London | AT 11-20 19:00
          at 18:00 +05:30 | AT 11-20 13:30
          at 18:00 berlin time | AT 11-20 18:00
          8pm EST tomorrow | AT 11-22 02:00
          eod | AT 11-20 18:00
          at end of day | AT 11-20 18:00
          by close of business tomorrow | BEFORE 11-21 18:00
          cob friday | AT 11-27 18:00
          in 20 minutes | IN PT20M
          in 20 | IN PT20M
          in half an hour | IN PT30M
          in about an hour | IN PT1H
          in 2 days | IN P2D
          in two days' time | IN P2D
          in three hours time | IN PT3H
          10 minutes from now | IN PT10M
          within the hour | WITHIN PT1H
          within 2 hours | WITHIN PT2H
          in the next hour | WITHIN PT1H
          in the next 30 mins | WITHIN PT30M
          1h before midnight | AT 11-20 23:00
          10 minutes after 6pm | AT 11-20 18:10
          for an hour or so | FOR PT1H
          for 45min | FOR PT45M
          for 1h 30m | FOR PT1H30M
          for a 30-minute window | FOR PT30M
          for the next three quarters of an hour | FOR PT45M
          for the night | FOR 11-20 20:00..11-21 06:00
          for the weekend | FOR 11-21 00:00..11-23 00:00
          overnight | AT 11-20 20:00..11-21 06:00
          until tomorrow morning | UNTIL 11-21 06:00..11-21 12:00
          until monday | UNTIL day 11-23
          til 8 | UNTIL 11-20 20:00
          till the end of the week | UNTIL 11-20 18:00
          rest of the day | FOR 11-20 12:00..11-21 00:00
          up to 6pm | UNTIL 11-20 18:00
          before 18:00 | BEFORE 11-20 18:00
          no later than 6pm | BEFORE 11-20 18:00
          after 22:00 | AFTER 11-20 22:00
          not before tomorrow 8am | AFTER 11-21 08:00
          since 9am | SINCE 11-20 09:00
          since tuesday | SINCE day 11-17
          since last friday | SINCE day 11-13
          since yesterday evening | SINCE 11-19 18:00..11-19 22:00
          since 3 hours ago | LAST PT3H
          3 hours ago | LAST PT3H
          in the past 15 min | LAST PT15M
          last 24h | LAST PT24H
          over the previous 2 days | LAST P2D
          last night | AT 11-19 20:00..11-20 06:00
          yesterday | AT day 11-19
          yesterday between 14:00 and 15:00 | AT 11-19 14:00..11-19 15:00
          every 5 minutes | EVERY FREQ=MINUTELY;INTERVAL=5
          every hour | EVERY FREQ=HOURLY
          hourly | EVERY FREQ=HOURLY
          daily at 03:00 | EVERY FREQ=DAILY;BYHOUR=3;BYMINUTE=0
          every day at 6 pm | EVERY FREQ=DAILY;BYHOUR=18;BYMINUTE=0
          each monday | EVERY FREQ=WEEKLY;BYDAY=MO
          weekdays at 9am | EVERY FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0
          every other day | EVERY FREQ=DAILY;INTERVAL=2
          tuesdays at 22:00 | EVERY FREQ=WEEKLY;BYDAY=TU;BYHOUR=22;BYMINUTE=0
          once a week | EVERY FREQ=WEEKLY
          every friday night | EVERY FREQ=WEEKLY;BYDAY=FR;BYHOUR=20;BYMINUTE=0
          soon | VAGUE
          in a bit | VAGUE
          in a few minutes | VAGUE
          at 18:00 for 2 hours | AT 11-20 18:00, FOR PT2H
          PT45M | BARE PT45M
          over night | AT 11-20 20:00..11-21 06:00
          in PAY tomorrow at 9: check the report, | AT 11-21 09:00
          """)
  void hearsTimes(String said, String meant) {
    assertThat(heard("restart nginx " + said)).isEqualTo(meant);
    assertThat(heard(said + " please restart it")).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "restart nginx on web-01",
        "deploy shop 1.4.2 to staging",
        "deploy 20.11 of shop",
        "is 10.0.0.1 up",
        "block 10.0.0.0/8",
        "check port 443 on web-02",
        "tail 50 lines of nginx on app-01",
        "tail -100 nginx on app-01",
        "assign OPS-12 to maria",
        "the disk is at 90%",
        "cpu is at 9 on web-01",
        "open a sev2: checkout returns 502s",
        "how many 404s did we serve",
        "scale shop to 5",
        "reboot web 2",
        "restart the second web box",
        "reboot every second host",
        "kill 4412 on web-01",
        "may i restart nginx",
        "march on",
        "trigger nightly-tests",
        "run the nightly build",
        "show the daily report",
        "sun jvm on web-01",
        "i sat down and wed things",
        "restart nginx asap",
        "restart nginx right now",
        "restart web-01..03",
        "curl https://example.com:8443/v1/9am",
        "last reboot of web-01",
        "show the last 50 lines",
        "what is the load average",
        "the 2nd web box",
        "on the 3rd node",
        "raise it by 2",
        "between web-01 and web-03",
        "from staging to production",
        "a second opinion",
        "s3 bucket m2 d4",
        "at home in berlin",
        "cut over to et",
        "how long has web-01 been up",
        "version 9.30 of the app",
        "80/443",
        "increase the pods from 4 to 8 in live",
        "the black friday banner"
      })
  void hearsNoTimes(String said) {
    assertThat(heard(said)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          at 5 | 17:00
          tonight | the night from 20:00
          eod | the end of the day is 18:00
          on monday |
          at 18:00 |
          """)
  void saysWhatItAssumed(String said, String assumed) {
    var all = TimeParser.in(line(said)).get(0).assumed();
    assertThat(String.join("; ", all)).isEqualTo(Objects.requireNonNullElse(assumed, ""));
  }

  @ParameterizedTest
  @CsvSource({"on 5/6 at 10:00, 06-05 10:00 or 05-06 10:00"})
  void leavesOpenWhatOnlyThePersonKnows(String said, String choices) {
    var found = TimeParser.in(line(said)).get(0);
    assertThat(
            found.choices().stream().map(TimeParserTest::local).collect(Collectors.joining(" or ")))
        .isEqualTo(choices);
  }

  private static String heard(String said) {
    return TimeParser.in(line(said)).stream()
        .map(TimeParserTest::shown)
        .collect(Collectors.joining(", "));
  }

  private static Line line(String said) {
    return new Line(said, Tokens.of(said), null, NOON);
  }

  private static String shown(TimeExpression time) {
    return switch (time.kind()) {
      case VAGUE -> "VAGUE";
      case RECURRENCE, DURATION -> time.role() + " " + time.amount();
      case INSTANT -> time.role() + " " + local(time.start());
      case DAY -> time.role() + " day " + local(time.start()).substring(0, 5);
      case INTERVAL -> time.role() + " " + local(time.start()) + ".." + local(time.stop());
    };
  }

  private static String local(Instant at) {
    return SHORT.format(at.atZone(NOON.getZone()));
  }
}
