package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.SlotType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A time that only says why is not the time at which something is to be done. */
class ReasonsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "restart nginx on web-02 please, the shop opens at ten",
        "restart nginx on web-02 because the sale on friday brought too many visitors",
        "the sale starts at nine, restart nginx on web-02",
        "after the update nginx must be restarted on web-02",
        "nginx didn't come back after the patching on web-02, restart it please",
        "restart nginx on web-02, i can't wait until tonight",
        "nginx on web-02 hasn't answered for an hour, so please restart it",
        "customers wait for the page since ten minutes, restart nginx on web-02",
        "restart nginx on web-02, it polls the database every ten seconds",
        "restart nginx on web-02, the auditors want to look at it before the weekend",
        "i'm new in the night shift, restart nginx on web-02 please",
        "the certificate of nginx on web-02 expires tomorrow, please restart nginx",
      })
  void areNoTimes(String text) {
    var reading = Shipped.read("restart_service", text);
    assertThat(reading.objection()).as(text).isNull();
    assertThat(reading.entities()).as(text).noneMatch(e -> e.type() == SlotType.TIME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "restart nginx on web-02 at ten",
        "restart nginx on web-02, at ten please",
        "restart nginx on web-02, the maintenance window begins at ten",
        "restart nginx on web-02, we do that at ten",
        "restart nginx on web-02, it has to be done at ten",
      })
  void othersAre(String text) {
    assertThat(Shipped.read("restart_service", text).entities())
        .as(text)
        .anyMatch(e -> e.type() == SlotType.TIME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show me the cpu load of web-02, I promised marketing a number by eleven",
        "show me the cpu load of web-02, finance has until friday to decide",
        "what does the cpu load of web-02 look like since the rollout?",
        "show me the cpu load of web-02. The vendor wants a figure in ten minutes",
      })
  void whatIsToldBesideALookIsNone(String text) {
    assertThat(Shipped.read("cpu_load", text).objection()).as(text).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show me the cpu load of web-02 at ten",
        "show me the cpu load of web-02 when the backup is done",
        "what was the cpu load of web-02 yesterday at noon?",
      })
  void aLookThatIsToBeAtATimeIsObjectedTo(String text) {
    assertThat(Shipped.read("cpu_load", text).objection()).as(text).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop nginx on web-02 and leave it off until maria says otherwise",
        "customers wait days for a page, stop nginx on web-02",
      })
  void untilFurtherNoticeIsNone(String text) {
    assertThat(Shipped.read("stop_service", text).objection()).as(text).isNull();
  }
}
