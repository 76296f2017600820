package dev.parley.cli.conversationtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.Conversations;
import dev.parley.web.RecordedConversations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestRunnerTest {
  private static final String CONVERSATIONS =
      """
      - name: passes
        user: jason
        turns:
        - user: restart apache
          expect: {asking: host, intent: restart_service}
        - user: "yes"
          by: maria
          expect: {executed: {intent: restart_service}}
      - name: fails
        user: jason
        turns:
        - user: restart apache
          expect: {asking: service}
        - user: break
          expect: {idle: true}
      """;

  @Test
  void holdsEachConversationAndReportsInTheirOrder() throws Exception {
    var report = run();

    assertThat(report.allPassed()).isFalse();
    assertThat(report.toJson())
        .containsEntry("conversations", 2)
        .containsEntry("passed", 1L)
        .containsEntry("turns", 4L)
        .containsEntry("turnsPassed", 2L);
    assertThat((List<?>) report.toJson().get("failures"))
        .first()
        .isEqualTo(
            Map.of(
                "name",
                "fails",
                "turn",
                1,
                "expected",
                Map.of("asking", "service"),
                "actual",
                Map.of("asking", "host")));
  }

  @Test
  void tellsPeopleTheTurnAndItsLine() throws Exception {
    assertThat(run().text())
        .contains("t.yml:12: fails", "turn 1, jason> restart apache", "expected service, was host")
        .endsWith("1 of 2 conversations passed, 2 of 4 turns.\n");
  }

  @Test
  void aTurnThatFailsInsideFailsAlone() throws Exception {
    assertThat(run().failures().get(1).actual().get("answer").toString()).startsWith("it failed");
  }

  private static TestReport run() throws Exception {
    var tests = ConversationTestReader.parse("t.yml", CONVERSATIONS);
    return new TestRunner(Steady::new, Samples.catalog()).run(tests);
  }

  /** One to which nothing happens. */
  static final class Steady implements Stage {
    private final RecordedConversations conversations = new RecordedConversations();

    @Override
    public Conversations conversations() {
      return conversations;
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public void jump(Duration time) {}

    @Override
    public void dieAt(Crash point) {}

    @Override
    public void restart() {}
  }
}
