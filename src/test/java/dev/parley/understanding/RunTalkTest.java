package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of actions that run. */
class RunTalkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "how is it going?",
        "how's it going",
        "is it done yet?",
        "what's running?",
        "any progress?",
        "how long has the restart been running",
        "how long has my backup been running already?",
        "how is the restart of nginx going?",
        "is the reload of haproxy on lb-01 done yet?",
        "did the restart work?",
        "any news on the restart of apache?",
        "how did it go?",
        "how did the reboot of web-01 go"
      })
  void asksHowSomethingGoes(String text) {
    assertThat(Estate.read(text).act()).isEqualTo(DialogueAct.PENDING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how long has nginx been running on web-01",
        "how long has web-01 been running",
        "is apache running on web-01?",
        "status of apache on web-01"
      })
  void whatRunsOnAHostIsAskedForByItsIntent(String text) {
    assertThat(Estate.read(text).act()).isNotEqualTo(DialogueAct.PENDING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abort the restart of nginx",
        "please cancel the nginx restart",
        "stop the restart on web-02 now",
        "cancel the deployment of shop to staging",
        "abort my running backup of orders"
      })
  void endsWhatRuns(String text) {
    assertThat(Estate.read(text).act()).isEqualTo(DialogueAct.STOP_RUNNING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop nginx on web-01",
        "don't abort the restart of nginx",
        "stop the restart of nginx if it hangs",
        "abort the restart of nginx in 5 minutes",
        "abort the restart of nginx and start apache",
        "should i abort the restart of nginx?",
        "abort the restart of nginx?",
        "restart nginx on web-01"
      })
  void endsNothingThatIsConditionalOrLaterOrAnotherRequest(String text) {
    assertThat(Estate.read(text).act()).isNotEqualTo(DialogueAct.STOP_RUNNING);
  }
}
