package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoiningTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "restart apache on web-01, and if that works reload nginx on web-02",
        "restart apache on web-01. After that, reload nginx on web-02",
        "restart apache on web-01 and once that's done reload nginx on web-02",
        "restart apache on web-01, then once it is back up please reload nginx on web-02",
        "restart apache on web-01. when it's finished, reload nginx on web-02",
        "restart apache on web-01 and then, if all goes well, reload nginx on web-02",
        "restart apache on web-01 and when done reload nginx on web-02",
        "restart apache on web-01 and reload nginx on web-02 once that's done",
      })
  void readsWhatLeadsOverAsThen(String text) {
    var joining = Joining.of(text);
    assertThat(joining.onFailure()).isNull();
    assertThat(joining.text()).hasSizeLessThanOrEqualTo(text.length());
    assertThat(joining.text().replaceAll("\\s+", " "))
        .matches("restart apache on web-01,? (then|and) (then )?(please )?reload nginx on web-02");
  }

  @Test
  void everythingElseStandsWhereItStood() {
    var text = "restart apache on web-01 and once that's done reload nginx on web-02";
    assertThat(Joining.of(text).text().indexOf("reload nginx")).isEqualTo(text.indexOf("reload"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "restart apache on web-01 and if it fails reload nginx on web-02",
        "restart apache on web-01, if that doesn't work reload nginx on web-02",
        "restart apache on web-01. If it fails, reload nginx on web-02",
        "restart apache on web-01, otherwise reload nginx on web-02",
        "restart apache on web-01; unless it works, reload nginx on web-02",
      })
  void keepsApartWhatIsAskedForInCaseOfAFailure(String text) {
    assertThat(Joining.of(text))
        .isEqualTo(new Joining("restart apache on web-01", "reload nginx on web-02"));
  }

  @Test
  void beingToldOfAFailureNeedsNoAsking() {
    assertThat(Joining.of("restart apache on web-01 and if it fails let me know"))
        .isEqualTo(new Joining("restart apache on web-01", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "once that's done reload nginx on web-02",
        "restart apache on web-01 once it's done",
        "if it works reload nginx",
        "tell the team \"restart it and if that works reload nginx\"",
        "is apache up after that",
        "what happens if it fails and we restart it",
        "restart apache on web-01",
        "yes",
      })
  void leavesEverythingElseAlone(String text) {
    assertThat(Joining.of(text)).isEqualTo(new Joining(text, null));
  }
}
