package dev.parley.cli.conversationtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Answer;
import dev.parley.intent.ExecutionStatus;
import dev.parley.reply.Reply;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
  private static final Map<String, List<String>> SLOTS =
      Map.of("service", List.of("apache"), "host", List.of("web-01"));
  private static final Answer.ExecutionView RESTART =
      new Answer.ExecutionView("e1", "restart_service", SLOTS, ExecutionStatus.SCHEDULED);
  private static final Answer.State CONFIRMING =
      new Answer.State(Answer.Phase.CONFIRMING, "restart_service", SLOTS, null, true);
  private static final Answer.State IDLE =
      new Answer.State(Answer.Phase.IDLE, null, null, null, false);

  private final Judge judge = new Judge(Samples.catalog());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{intent: restart_service, confirming: true, executed: null, asking: null}",
        "{slots: {service: [Apache]}}",
        "{slots: {host: [web-01], service: [apache]}}",
        "{idle: false, understood: true, scheduled: false}",
        "{reply: 'Shall I .*web-01'}",
        "{}"
      })
  void acceptsWhatIsSo(String expect) throws InvalidTestException {
    assertThat(judge(expect, asked()).passed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{intent: null}",
        "{intent: stop_service}",
        "{asking: host}",
        "{confirming: false}",
        "{confirming: null}",
        "{executed: {}}",
        "{executed: {intent: restart_service}}",
        "{scheduled: true}",
        "{idle: true}",
        "{understood: false}",
        "{slots: {host: []}}",
        "{slots: null}",
        "{reply: Goodbye}",
        "{reply: null}"
      })
  void refusesWhatIsNotSo(String expect) throws InvalidTestException {
    assertThat(judge(expect, asked()).passed()).isFalse();
  }

  @Test
  void reportsOnlyWhatDoesNotHold() throws InvalidTestException {
    var verdict = judge("{intent: restart_service, asking: host}", asked());
    assertThat(verdict.expected()).containsExactly(Map.entry("asking", "host"));
    assertThat(verdict.actual()).containsKey("asking").containsValue(null).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{executed: {}}",
        "{executed: {intent: restart_service}}",
        "{executed: {slots: {host: [web-01]}}}",
        "{executed: {intent: restart_service, slots: {service: [apache], host: [web-01]}}}"
      })
  void findsWhatWasStarted(String expect) throws InvalidTestException {
    assertThat(judge(expect, started()).passed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{executed: null}",
        "{executed: {intent: stop_service}}",
        "{executed: {slots: {host: [web-02]}}}"
      })
  void missesWhatWasNotStarted(String expect) throws InvalidTestException {
    assertThat(judge(expect, started()).passed()).isFalse();
  }

  @Test
  void whatAnEarlierTurnStartedIsNotStartedAgain() throws InvalidTestException {
    var known = new HashSet<>(Set.of("e1"));
    var observed = Observed.of(answer(IDLE, List.of(RESTART)), IDLE, List.of(), known, List.of());
    assertThat(judge("{executed: null}", observed).passed()).isTrue();
  }

  @Test
  void suggestionsAreIdleOnlyWhenNothingIsPendingBeneath() throws InvalidTestException {
    var offered = new Answer.State(Answer.Phase.CHOOSING, null, null, null, false);
    assertThat(judge("{idle: true}", observed(offered)).passed()).isTrue();
    var beneath = new Answer.State(Answer.Phase.CHOOSING, "restart_service", SLOTS, null, false);
    assertThat(judge("{idle: true}", observed(beneath)).passed()).isFalse();
  }

  @Test
  void aResultThatCameLaterIsAReplyToo() throws InvalidTestException {
    var observed =
        Observed.of(
            answer(IDLE, List.of()),
            IDLE,
            List.of(),
            new HashSet<>(),
            List.of("apache has been restarted"));
    assertThat(judge("{reply: has been restarted}", observed).passed()).isTrue();
  }

  private Judge.Verdict judge(String expect, Observed observed) throws InvalidTestException {
    var content =
        "- name: a\n  user: jason\n  turns:\n  - user: hello\n    expect: " + expect + "\n";
    var turn = ConversationTestReader.parse("t.yml", content).get(0).turns().get(0);
    return judge.judge(turn.expect(), observed);
  }

  private static Observed asked() {
    return observed(CONFIRMING);
  }

  private static Observed started() {
    return Observed.of(answer(IDLE, List.of(RESTART)), IDLE, List.of(), new HashSet<>(), List.of());
  }

  private static Observed observed(Answer.State state) {
    return Observed.of(answer(state, List.of()), state, List.of(), new HashSet<>(), List.of());
  }

  private static Answer answer(Answer.State state, List<Answer.ExecutionView> executions) {
    return new Answer(
        List.of(Reply.text("Shall I restart apache on web-01?")),
        state,
        new Answer.Understanding("restart_service", 1, List.of(), List.of()),
        executions,
        "restart_service",
        SLOTS,
        true);
  }
}
