package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions of how something is asked for, and what they are about. */
class HelpQuestionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          how do I silence an alert?          | silence an alert
          How to restart apache               | restart apache
          what does restart do?               | restart
          what does restart_service do        | restart service
          help with deploys                   | deploys
          help me with the logs               | the logs
          what can I do with hosts?           | hosts
          what happens if I reboot a host     | reboot a host
          explain raise shields               | raise shields
          how does maintenance mode work?     | maintenance mode
          please tell me how to block an ip   | block an ip
          """)
  void areHelpAndHaveASubject(String text, String subject) {
    assertThat(HelpQuestions.subject(text)).isEqualTo(subject);
    var reading = Estate.read(text);
    assertThat(reading.act()).isEqualTo(DialogueAct.HELP);
    assertThat(reading.intent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "can you help me restart apache",
        "restart apache on web-01",
        "what is the load on web-01",
        "how is apache doing on web-01",
        "how much memory does web-01 have"
      })
  void requestsAreNone(String text) {
    assertThat(Estate.read(text).act()).isNotEqualTo(DialogueAct.HELP);
  }
}
