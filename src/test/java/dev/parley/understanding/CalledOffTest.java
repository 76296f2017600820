package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.Intent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which messages call off what was scheduled. */
class CalledOffTest {
  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final Intent RESTART = Shipped.CATALOG.get("restart_service");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cancel the scheduled restart",
        "cancel the scheduled restart of apache",
        "please cancel my scheduled reboot of web-01",
        "can you call off the planned restart",
        "cancel r4k9",
        "cancel #r4k9 please",
        "forget the 2am one",
        "forget about the one at 2am",
        "cancel the restart of apache tonight",
        "call off tonight's restart at 2am",
        "cancel the restart of apache",
        "cancel my reboot of web-01",
        "cancel the one on web-02",
        "never mind the restart tonight",
        "stop the scheduled restart",
        "scrap what is scheduled",
        "cancel everything scheduled"
      })
  void callsOff(String text) {
    assertThat(is(text, Expectation.none())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop apache on web-01 tonight at 2am",
        "kill the process 4711 on web-01 in 10 minutes",
        "delete the silence tomorrow",
        "cancel",
        "restart apache on web-01 at 2am",
        "what is scheduled?",
        "did you cancel the scheduled restart?",
        "cancel web-01",
        "forget it",
        "drop the ticket"
      })
  void callsNothingOff(String text) {
    assertThat(is(text, Expectation.none())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel the restart tonight", "cancel the restart of apache"})
  void meansTheRequestThatIsTalkedAbout(String text) {
    assertThat(is(text, new Expectation(RESTART, null, List.of(), true))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel the scheduled restart", "cancel r4k9", "forget the 2am one"})
  void mayCallOffInTheMiddleOfAnother(String text) {
    assertThat(is(text, new Expectation(RESTART, null, List.of(), true))).isTrue();
  }

  private static boolean is(String text, Expectation expectation) {
    return CalledOff.is(Line.of(text, expectation, NOW.atZone(ZoneOffset.UTC)), expectation);
  }
}
