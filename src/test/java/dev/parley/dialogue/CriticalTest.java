package dev.parley.dialogue;

import static dev.parley.dialogue.Scene.act;
import static dev.parley.dialogue.Scene.asks;
import static dev.parley.dialogue.Scene.host;
import static dev.parley.dialogue.Scene.reading;
import static dev.parley.dialogue.Scene.says;
import static dev.parley.dialogue.Scene.types;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.dialogue.DialogueInput.Approved;
import dev.parley.dialogue.DialogueInput.Rejected;
import dev.parley.dialogue.SystemAct.AskConfirmation;
import dev.parley.dialogue.SystemAct.AwaitApproval;
import dev.parley.understanding.DialogueAct;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands between a critical request and its action: a typed name, and a second person. */
class CriticalTest {
  private final Scene scene = new Scene();

  private void asked() {
    scene.hear(asks("reboot_host", host("web-01")));
    assertThat(scene.last()).isInstanceOf(AskConfirmation.class);
  }

  private void confirmed() {
    asked();
    scene.hear(types("web-01"));
    assertThat(scene.last()).isInstanceOf(AwaitApproval.class);
    assertThat(scene.top()).isInstanceOf(Frame.Approving.class);
  }

  @Test
  void aYesDoesNotConfirm() {
    asked();
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.last()).isInstanceOf(AskConfirmation.class);
    assertThat(scene.top()).isInstanceOf(Frame.Confirming.class);
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void theTypedNameConfirmsAndASecondPersonIsAwaited() {
    confirmed();
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void theNameMayStandInQuotesAndInAnyCase() {
    asked();
    scene.hear(says("\"WEB-01\"."));
    assertThat(scene.last()).isInstanceOf(AwaitApproval.class);
  }

  @Test
  void anotherNameIsAMistypedOne() {
    asked();
    scene.hear(types("web-02"));
    assertThat(scene.last())
        .isInstanceOfSatisfying(
            AskConfirmation.class,
            ask ->
                assertThat(ask.proposal().request().canonical("host")).containsExactly("web-01"));
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void theNameWithMoreAroundItDoesNotConfirm() {
    asked();
    scene.hear(says("yes web-01 of course"));
    assertThat(scene.top()).isInstanceOf(Frame.Confirming.class);
  }

  @Test
  void severalTargetsAreAllTyped() {
    scene.hear(asks("reboot_host", host("web-01"), host("web-02")));
    scene.hear(says("web-01"));
    assertThat(scene.top()).isInstanceOf(Frame.Confirming.class);
    scene.hear(says("web-02 and web-01"));
    assertThat(scene.top()).isInstanceOf(Frame.Approving.class);
  }

  @Test
  void aTypedNameAfterTheConfirmationExpiredConfirmsNothing() {
    asked();
    scene.pass(Duration.ofMinutes(5));
    scene.hear(says("web-01"));
    assertThat(scene.dialogue.agenda()).isEmpty();
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void withoutAnybodyWhoCouldApproveNothingWaits() {
    scene.approvers = List.of();
    asked();
    scene.hear(types("web-01"));
    assertThat(scene.last()).isInstanceOf(SystemAct.CannotRun.class);
    assertThat(scene.dialogue.agenda()).isEmpty();
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void theSecondPersonsApprovalRunsItOnce() {
    confirmed();
    scene.happens(new Approved("r4k9", "maria"));
    assertThat(scene.performed).hasSize(1);
    assertThat(scene.acts)
        .hasExactlyElementsOfTypes(
            SystemAct.ApprovedBy.class, SystemAct.Perform.class, SystemAct.Start.class);
    scene.happens(new Approved("r4k9", "maria"));
    assertThat(scene.performed).hasSize(1);
  }

  @Test
  void theApprovalOfSomethingElseRunsNothing() {
    confirmed();
    scene.happens(new Approved("x2y3", "maria"));
    assertThat(scene.performed).isEmpty();
    assertThat(scene.top()).isInstanceOf(Frame.Approving.class);
  }

  @Test
  void aRejectionEndsIt() {
    confirmed();
    scene.happens(new Rejected("r4k9", "maria"));
    assertThat(scene.last()).isInstanceOf(SystemAct.RejectedBy.class);
    assertThat(scene.dialogue.agenda()).isEmpty();
    scene.happens(new Approved("r4k9", "maria"));
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void anApprovalThatComesTooLateRunsNothing() {
    confirmed();
    scene.pass(Duration.ofMinutes(30));
    scene.happens(new Approved("r4k9", "maria"));
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void theAskersOwnYesDoesNotReplaceTheSecondPerson() {
    confirmed();
    scene.hear(act(DialogueAct.AFFIRM));
    scene.hear(says("web-01"));
    scene.hear(act(DialogueAct.APPROVE));
    assertThat(scene.performed).isEmpty();
    assertThat(scene.top()).isInstanceOf(Frame.Approving.class);
  }

  @Test
  void neverMindWithdrawsIt() {
    confirmed();
    scene.hear(act(DialogueAct.CANCEL));
    assertThat(scene.withdrawn).containsExactly("r4k9");
    assertThat(scene.dialogue.agenda()).isEmpty();
    scene.happens(new Approved("r4k9", "maria"));
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void aChangedRequestWithdrawsItAndIsConfirmedAnew() {
    confirmed();
    scene.hear(reading(DialogueAct.CORRECT, false, "", host("web-02")));
    assertThat(scene.withdrawn).containsExactly("r4k9");
    assertThat(scene.last()).isInstanceOf(AskConfirmation.class);
    scene.happens(new Approved("r4k9", "maria"));
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void somethingElseMayBeDoneMeanwhile() {
    confirmed();
    scene.hear(asks("host_uptime", host("web-02")));
    assertThat(scene.performed).hasSize(1);
    assertThat(scene.last())
        .isInstanceOfSatisfying(AwaitApproval.class, a -> assertThat(a.again()).isTrue());
    scene.hear(asks("restart_service", host("web-02")));
    scene.happens(new Approved("r4k9", "maria"));
    assertThat(scene.performed).hasSize(2);
    assertThat(scene.top()).isInstanceOf(Frame.Collecting.class);
  }
}
