package dev.parley.dialogue;

import static dev.parley.dialogue.Scene.act;
import static dev.parley.dialogue.Scene.asks;
import static dev.parley.dialogue.Scene.host;
import static dev.parley.dialogue.Scene.names;
import static dev.parley.dialogue.Scene.says;
import static dev.parley.dialogue.Scene.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.dialogue.SystemAct.AskConfirmation;
import dev.parley.dialogue.SystemAct.LeaveOut;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ExecutionStatus;
import dev.parley.understanding.DialogueAct;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several requests of one message. */
class SequenceTest {
  private final Scene scene = new Scene();

  private void bothAndYes() {
    scene.hear(Scene.asksBoth("restart_service", "reload_service"));
    scene.hear(act(DialogueAct.AFFIRM));
  }

  private void askedToConfirm(String intent) {
    assertThat(scene.last())
        .isInstanceOfSatisfying(
            AskConfirmation.class,
            ask -> assertThat(ask.proposal().request().intent()).isEqualTo(intent));
  }

  private static void leavesOut(List<SystemAct> acts, String... commands) {
    assertThat(acts)
        .filteredOn(LeaveOut.class::isInstance)
        .singleElement()
        .satisfies(
            act ->
                assertThat(((LeaveOut) act).requests())
                    .extracting(ActionRequest::exactForm)
                    .containsExactly(commands));
  }

  @Test
  void theSecondBeginsWhenTheFirstHasSucceeded() {
    bothAndYes();
    assertThat(scene.last()).isInstanceOf(SystemAct.Start.class);
    assertThat(scene.performed).hasSize(1);

    scene.ends(ExecutionStatus.SUCCEEDED);
    askedToConfirm("reload_service");
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.performed)
        .extracting(proposal -> proposal.request().intent())
        .containsExactly("restart_service", "reload_service");
    assertThat(scene.dialogue.agenda()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CANCELLED", "TIMED_OUT", "UNKNOWN"})
  void theSecondIsLeftOutWhenTheFirstDidNotSucceed(ExecutionStatus status) {
    bothAndYes();
    leavesOut(scene.ends(status), "reload_service service=apache host=web-01");
    assertThat(scene.dialogue.agenda()).isEmpty();
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.performed).hasSize(1);
  }

  @Test
  void theSecondIsLeftOutWhenTheFirstIsTurnedDown() {
    scene.hear(Scene.asksBoth("restart_service", "reload_service"));
    leavesOut(scene.hear(act(DialogueAct.DENY)), "reload_service service=apache host=web-01");
    assertThat(scene.dialogue.agenda()).isEmpty();
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void theSecondIsLeftOutWhenTheFirstIsRefused() {
    scene.allowed = false;
    scene.hear(Scene.asksBoth("restart_service", "reload_service"));
    assertThat(scene.last()).isInstanceOf(LeaveOut.class);
    assertThat(scene.dialogue.agenda()).isEmpty();
  }

  @Test
  void theSecondIsLeftOutWhenTheFirstExpiresAndThatIsSaid() {
    scene.hear(Scene.asksBoth("restart_service", "reload_service"));
    scene.pass(Duration.ofMinutes(6));
    var acts = scene.hear(asks("host_uptime", host("web-02")));
    leavesOut(acts, "reload_service service=apache host=web-01");
    assertThat(scene.performed).hasSize(1);
  }

  @Test
  void permissionForTheSecondIsAskedWhenItBegins() {
    bothAndYes();
    scene.allowed = false;
    scene.ends(ExecutionStatus.SUCCEEDED);
    assertThat(scene.acts)
        .hasExactlyElementsOfTypes(SystemAct.AskPermission.class, SystemAct.RefusePermission.class);
  }

  @Test
  void whatNeedsNoQuestionRunsOneAfterTheOther() {
    scene.hear(Scene.looksAtThree());
    assertThat(scene.performed).hasSize(1);
    scene.ends(ExecutionStatus.SUCCEEDED);
    assertThat(scene.performed).hasSize(2);
    scene.ends(ExecutionStatus.SUCCEEDED);
    assertThat(scene.performed)
        .extracting(proposal -> proposal.request().canonical("host").get(0))
        .containsExactly("web-01", "web-02", "web-03");
    assertThat(scene.dialogue.agenda()).isEmpty();
  }

  @Test
  void allThatFollowIsLeftOutAtTheFirstFailure() {
    scene.hear(Scene.looksAtThree());
    leavesOut(
        scene.ends(ExecutionStatus.FAILED), "host_uptime host=web-02", "host_uptime host=web-03");
    assertThat(scene.dialogue.agenda()).isEmpty();
  }

  @Test
  void anEndThatNothingWaitsForChangesNothing() {
    bothAndYes();
    var before = scene.dialogue;
    scene.happens(new DialogueInput.Ended("another", ExecutionStatus.SUCCEEDED));
    assertThat(scene.acts).isEmpty();
    assertThat(scene.dialogue).isEqualTo(before);
  }

  @Test
  void anEndThatIsToldTwiceBeginsItOnce() {
    scene.hear(Scene.looksAtThree());
    var ended = new DialogueInput.Ended("execution-1", ExecutionStatus.SUCCEEDED);
    scene.happens(ended);
    scene.happens(ended);
    assertThat(scene.performed).hasSize(2);
  }

  @Test
  void whatIsSaidMeanwhileIsHeardAsUsual() {
    bothAndYes();
    scene.hear(asks("host_uptime", host("web-02")));
    assertThat(scene.performed).hasSize(2);
    scene.hear(says("lovely weather"));
    assertThat(scene.last()).isInstanceOf(SystemAct.NotUnderstood.class);
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.last()).isInstanceOf(SystemAct.NothingStands.class);

    scene.happens(new DialogueInput.Ended("execution-1", ExecutionStatus.SUCCEEDED));
    askedToConfirm("reload_service");
  }

  @Test
  void anotherQuestionThatStandsIsSettledFirst() {
    bothAndYes();
    scene.hear(asks("restart_service", service("nginx"), host("web-02")));
    var standing = scene.top();
    scene.ends(ExecutionStatus.SUCCEEDED);
    assertThat(scene.acts).isEmpty();
    assertThat(scene.top()).isEqualTo(standing);

    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.performed.get(1).request().canonical("host")).containsExactly("web-02");
    askedToConfirm("reload_service");
  }

  @Test
  void whatNeedsNoQuestionRunsAlsoWhileAnotherQuestionStands() {
    scene.hear(asks("restart_service", service("nginx"), host("web-02")));
    scene.hear(Scene.looksAtThree());
    scene.ends(ExecutionStatus.SUCCEEDED);
    assertThat(scene.performed).hasSize(2);
    askedToConfirm("restart_service");
  }

  @Test
  void cancelLeavesOutWhatFollowsAndStopsWhatRuns() {
    bothAndYes();
    leavesOut(scene.hear(act(DialogueAct.CANCEL)), "reload_service service=apache host=web-01");
    assertThat(scene.acts).hasAtLeastOneElementOfType(SystemAct.StopRun.class);
    scene.ends(ExecutionStatus.SUCCEEDED);
    assertThat(scene.performed).hasSize(1);
  }

  @Test
  void whatIsPendingNamesWhatFollows() {
    bothAndYes();
    scene.hear(act(DialogueAct.PENDING));
    assertThat(scene.last())
        .isInstanceOfSatisfying(
            SystemAct.TellPending.class,
            told ->
                assertThat(told.next())
                    .extracting(ActionRequest::intent)
                    .containsExactly("reload_service"));
  }

  @Test
  void theSecondWaitsForTheSecondPersonOfTheFirst() {
    scene.hear(Scene.asksBoth("reboot_host", "reload_service"));
    scene.hear(Scene.types("web-01"));
    assertThat(scene.top()).isInstanceOf(Frame.Approving.class);
    scene.hear(asks("restart_service", service("nginx"), host("web-02")));

    scene.happens(new DialogueInput.Approved("r4k9", "maria"));
    assertThat(scene.performed).hasSize(1);
    askedToConfirm("restart_service");
    scene.ends(ExecutionStatus.SUCCEEDED);
    scene.hear(act(DialogueAct.DENY));
    askedToConfirm("reload_service");
  }

  @Test
  void whatFollowsARejectedRequestIsLeftOutAndNothingElse() {
    scene.hear(Scene.asksBoth("reboot_host", "reload_service"));
    scene.hear(Scene.types("web-01"));
    scene.hear(asks("restart_service", service("nginx"), host("web-02")));
    leavesOut(
        scene.happens(new DialogueInput.Rejected("r4k9", "maria")),
        "reload_service service=apache host=web-01");
    askedToConfirm("restart_service");
  }

  @Test
  void aChangedFirstKeepsItsSecond() {
    scene.hear(Scene.asksBoth("restart_service", "reload_service"));
    scene.hear(names(host("web-02")));
    scene.hear(act(DialogueAct.AFFIRM));
    scene.ends(ExecutionStatus.SUCCEEDED);
    askedToConfirm("reload_service");
  }

  @Test
  void whatIsTooMuchToKeepInMindIsSaid() {
    for (int i = 0; i < 6; i++) {
      var other = i % 2 == 0 ? "restart_service" : "reload_service";
      scene.hear(asks(other, service("nginx"), host("web-0" + i)));
    }
    assertThat(scene.dialogue.agenda()).hasSize(5);
    assertThat(scene.acts)
        .filteredOn(SystemAct.Forget.class::isInstance)
        .singleElement()
        .satisfies(
            act ->
                assertThat(((SystemAct.Forget) act).requests())
                    .extracting(ActionRequest::exactForm)
                    .containsExactly("restart_service service=nginx host=web-00"));
  }
}
