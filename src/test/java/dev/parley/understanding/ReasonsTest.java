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
      })
  void othersAre(String text) {
    assertThat(Shipped.read("restart_service", text).entities())
        .as(text)
        .anyMatch(e -> e.type() == SlotType.TIME);
  }
}
