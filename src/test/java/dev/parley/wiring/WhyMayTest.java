package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.cli.Complaint;
import dev.parley.cli.House;
import dev.parley.permission.Explanation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Why the demo's people may or may not, by its files alone. */
class WhyMayTest {
  private final WhyMay why = new WhyMay(Estate.read(Home.demo(Path.of(""))).sound());

  @Test
  void namesTheRuleThatAllowsAndThoseThatDoNotMatch() {
    var explained = explain("jason", "restart_service service=apache host=web-01");
    assertThat(explained.allowed()).isTrue();
    assertThat(explained.lines())
        .anyMatch(line -> line.matches("permissions\\.yml:\\d+: allows it, and is the first.*"))
        .anyMatch(line -> line.contains("restart_service needs the role operator besides"));
  }

  @Test
  void saysOfEachRuleWhatAStrangerLacks() {
    var explained = explain("os:eve", "restart_service host=web-01");
    assertThat(explained.allowed()).isFalse();
    assertThat(explained.lines())
        .anyMatch(line -> line.contains("it is about the role operator"))
        .anyMatch(line -> line.contains("it goes up to low risk, and this is of high"))
        .last()
        .asString()
        .startsWith("Not allowed. You may not restart a service");
  }

  @Test
  void refusesNamesThatAreNone() {
    assertThatThrownBy(() -> explain("jasn", "list_hosts"))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("Did you mean jason?");
    assertThatThrownBy(() -> explain("jason", "restart_servic"))
        .hasMessageContaining("Did you mean restart_service?");
    assertThatThrownBy(() -> explain("jason", "restart_service host=web-99"))
        .hasMessageContaining("Nothing here is called web-99.");
    assertThatThrownBy(() -> explain("jason", "restart_service hots=web-01"))
        .hasMessageContaining("takes no hots");
  }

  private Explanation explain(String person, String command) {
    return why.explain(new House.Asked(person, command, "terminal", null));
  }
}
