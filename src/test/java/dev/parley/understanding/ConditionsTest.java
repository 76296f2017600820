package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.understanding.Objection.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition starts nothing; a courtesy, a question or an aside that sounds like one is none. */
class ConditionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'd be so thankful if nginx on web-02 were restarted",
        "we would appreciate it if you restarted nginx on web-02",
        "restart nginx on web-02, if that's convenient",
        "restart nginx on web-02 if you'd care to",
        "it would be wonderful if somebody restarted nginx on web-02",
        "restart nginx on web-02 so nothing breaks tonight",
        "restart nginx on web-02 and nothing else",
        "nobody here answers the phone, restart nginx on web-02",
        "restart nginx on web-02, i don't want to lose another hour",
        "the pages never arrive, restart nginx on web-02",
        "we can manage without it for a minute, restart nginx on web-02",
        "nginx on web-02 opens files and never closes them, restart it",
        "users not see the page, restart nginx on web-02",
        "the agency could not order anything, restart nginx on web-02",
        "a colleague told me it doesn't answer, restart nginx on web-02",
        "i don't suppose you could restart nginx on web-02",
        "we must not forget this, restart nginx on web-02",
      })
  void courtesyIsNone(String text) {
    assertThat(Shipped.read("restart_service", text).objection()).as(text).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "any clue if nginx is up on web-02?",
        "the boss wants to hear if nginx runs on web-02",
        "can you say if nginx on web-02 is alive",
      })
  void neitherIsAQuestion(String text) {
    assertThat(Shipped.read("service_status", text).objection()).as(text).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "restart nginx on web-02 if the backup is done",
        "if the load goes above 10 restart nginx on web-02",
        "restart nginx on web-02 only if maria agrees",
        "please restart nginx on web-02 if the queue is empty",
        "restart nginx on web-02, but not if people are shopping",
      })
  void conditionsAre(String text) {
    assertThat(Shipped.read("restart_service", text).objection())
        .as(text)
        .isNotNull()
        .extracting(Objection::kind)
        .isIn(Kind.EXCEPTION, Kind.NEGATION, Kind.TIME);
  }
}
