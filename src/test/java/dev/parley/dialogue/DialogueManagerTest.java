package dev.parley.dialogue;

import static dev.parley.dialogue.Scene.act;
import static dev.parley.dialogue.Scene.ambiguousHost;
import static dev.parley.dialogue.Scene.asks;
import static dev.parley.dialogue.Scene.exact;
import static dev.parley.dialogue.Scene.host;
import static dev.parley.dialogue.Scene.names;
import static dev.parley.dialogue.Scene.objectionable;
import static dev.parley.dialogue.Scene.offers;
import static dev.parley.dialogue.Scene.reading;
import static dev.parley.dialogue.Scene.says;
import static dev.parley.dialogue.Scene.service;
import static dev.parley.dialogue.Scene.unknownHost;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.dialogue.DialogueInput.Begun;
import dev.parley.dialogue.DialogueInput.Judged;
import dev.parley.dialogue.DialogueInput.Planned;
import dev.parley.dialogue.DialogueInput.Withheld;
import dev.parley.dialogue.SystemAct.AskConfirmation;
import dev.parley.dialogue.SystemAct.AskSlot;
import dev.parley.dialogue.SystemAct.Why;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.Risk;
import dev.parley.intent.RiskRule;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.understanding.DialogueAct;
import dev.parley.understanding.Entity;
import dev.parley.understanding.Link;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DialogueManagerTest {
  private final Scene scene = new Scene();

  private void proposeRestart() {
    scene.hear(asks("restart_service", service("apache"), host("web-01")));
  }

  @Test
  void asksForTheMissingSlotThenConfirmsThenPerformsOnce() {
    scene.hear(asks("restart_service", service("apache")));
    assertThat(scene.last())
        .isInstanceOfSatisfying(AskSlot.class, ask -> assertThat(ask.slot()).isEqualTo("host"));

    scene.hear(names(host("web-01")));
    assertThat(scene.last()).isInstanceOf(AskConfirmation.class);
    assertThat(scene.performed).isEmpty();

    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.performed).hasSize(1);
    assertThat(scene.performed.get(0).request().exactForm())
        .isEqualTo("restart_service service=apache host=web-01");
    assertThat(scene.dialogue.agenda()).isEmpty();
  }

  @Test
  void asksForTheServiceWhenOnlyTheHostWasNamed() {
    scene.hear(asks("restart_service", host("web-01")));
    assertThat(((AskSlot) scene.last()).slot()).isEqualTo("service");
    scene.hear(names(service("apache")));
    assertThat(scene.last()).isInstanceOf(AskConfirmation.class);
  }

  @Test
  void asksForBothInOrderWhenBothAreMissing() {
    scene.hear(asks("restart_service"));
    assertThat(((AskSlot) scene.last()).slot()).isEqualTo("service");
    scene.hear(names(service("apache")));
    assertThat(((AskSlot) scene.last()).slot()).isEqualTo("host");
  }

  @Test
  void takesTwoValuesFromOneAnswer() {
    scene.hear(asks("restart_service"));
    scene.hear(names(service("apache"), host("web-01")));
    assertThat(scene.last()).isInstanceOf(AskConfirmation.class);
  }

  @Test
  void lowRiskRunsAtOnce() {
    scene.hear(asks("host_uptime", host("web-01")));
    assertThat(scene.performed).hasSize(1);
    assertThat(scene.last()).isInstanceOf(SystemAct.Start.class);
  }

  @Test
  void permissionIsAskedBeforeAnySlot() {
    scene.allowed = false;
    scene.hear(asks("restart_service"));
    assertThat(scene.acts)
        .hasExactlyElementsOfTypes(SystemAct.AskPermission.class, SystemAct.RefusePermission.class);
    assertThat(scene.dialogue.agenda()).isEmpty();
  }

  @Test
  void permissionIsAskedAgainWhenASlotIsFilled() {
    scene.hear(asks("restart_service", service("apache")));
    scene.allowed = false;
    scene.hear(names(host("db-01")));
    assertThat(scene.last()).isInstanceOf(SystemAct.RefusePermission.class);
    assertThat(scene.dialogue.agenda()).isEmpty();
  }

  @Test
  void aSecondYesFindsNothingToConfirm() {
    proposeRestart();
    scene.hear(act(DialogueAct.AFFIRM));
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.last()).isInstanceOf(SystemAct.NothingStands.class);
    assertThat(scene.performed).hasSize(1);
  }

  @Test
  void aYesAfterTheExpiryPerformsNothing() {
    proposeRestart();
    scene.pass(Duration.ofMinutes(5));
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.last()).isInstanceOf(SystemAct.ConfirmationExpired.class);
    assertThat(scene.performed).isEmpty();
    assertThat(scene.dialogue.agenda()).isEmpty();
  }

  @Test
  void aYesJustBeforeTheExpiryPerforms() {
    proposeRestart();
    scene.pass(Duration.ofMinutes(5).minusMillis(1));
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.performed).hasSize(1);
  }

  @Test
  void aCorrectionAfterTheExpiryProposesNothing() {
    proposeRestart();
    scene.pass(Duration.ofMinutes(6));
    scene.hear(reading(DialogueAct.CORRECT, false, "", host("web-02")));
    assertThat(scene.last()).isInstanceOf(SystemAct.ConfirmationExpired.class);
  }

  @Test
  void aNewRequestAfterTheExpiryIsHeardByItself() {
    proposeRestart();
    scene.pass(Duration.ofMinutes(6));
    scene.hear(asks("host_uptime", host("web-01")));
    assertThat(scene.last()).isInstanceOf(SystemAct.Start.class);
    assertThat(scene.dialogue.agenda()).isEmpty();
  }

  @Test
  void noDropsTheProposal() {
    proposeRestart();
    scene.hear(act(DialogueAct.DENY));
    assertThat(scene.last()).isInstanceOf(SystemAct.Cancelled.class);
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void neverMindDropsTheQuestion() {
    scene.hear(asks("restart_service"));
    scene.hear(act(DialogueAct.CANCEL));
    assertThat(scene.dialogue.agenda()).isEmpty();
  }

  @Test
  void aCorrectionIsConfirmedAnew() {
    proposeRestart();
    scene.hear(reading(DialogueAct.CORRECT, false, "", host("web-02")));
    assertThat(scene.last())
        .isInstanceOfSatisfying(
            AskConfirmation.class,
            ask ->
                assertThat(ask.proposal().request().canonical("host")).containsExactly("web-02"));
    assertThat(scene.performed).isEmpty();
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.performed.get(0).request().canonical("host")).containsExactly("web-02");
  }

  @Test
  void aYesThatRestatesTheRequestIsAskedAgain() {
    proposeRestart();
    scene.hear(
        reading(DialogueAct.AFFIRM, false, "restart_service", service("apache"), host("web-01")));
    assertThat(scene.last()).isInstanceOf(AskConfirmation.class);
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void aYesWithMoreInItIsAskedAgain() {
    proposeRestart();
    scene.hear(reading(DialogueAct.AFFIRM, false, ""));
    assertThat(scene.last())
        .isInstanceOfSatisfying(AskConfirmation.class, ask -> assertThat(ask.again()).isTrue());
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void anUnclearAnswerPerformsNothingAndKeepsTheQuestion() {
    proposeRestart();
    scene.hear(says("maybe"));
    assertThat(scene.last()).isInstanceOf(AskConfirmation.class);
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void aLowRiskQuestionInBetweenIsAnsweredAndTheConfirmationShownAgain() {
    proposeRestart();
    scene.hear(asks("host_uptime", host("web-01")));
    assertThat(scene.performed).hasSize(1);
    assertThat(scene.last()).isInstanceOf(AskConfirmation.class);
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.performed).hasSize(2);
  }

  @Test
  void aSecondProposalDoesNotLoseTheFirst() {
    proposeRestart();
    scene.hear(asks("reload_service", service("nginx"), host("web-02")));
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.performed).hasSize(1);
    assertThat(scene.performed.get(0).request().intent()).isEqualTo("reload_service");
    assertThat(((AskConfirmation) scene.last()).proposal().request().intent())
        .isEqualTo("restart_service");
  }

  @Test
  void anUnknownNameIsAskedForAgainWithNearNames() {
    scene.hear(asks("restart_service", service("apache"), unknownHost("web-09", "web-01")));
    var ask = (AskSlot) scene.last();
    assertThat(ask.why()).isEqualTo(Why.UNKNOWN);
    assertThat(ask.spoken()).isEqualTo("web-09");
    assertThat(ask.choices()).containsExactly("web-01");
    assertThat(ask.request().canonical("host")).containsExactly("web-09");

    scene.hear(names(host("web-01")));
    assertThat(scene.last()).isInstanceOf(AskConfirmation.class);
  }

  @Test
  void anUnknownNameNeverReachesAProposal() {
    scene.hear(asks("restart_service", service("apache"), unknownHost("web-09")));
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.performed).isEmpty();
    assertThat(scene.last()).isInstanceOf(AskSlot.class);
  }

  @Test
  void anAmbiguousNameIsAskedAbout() {
    scene.hear(asks("host_uptime", ambiguousHost("web", "web-01", "web-02")));
    var ask = (AskSlot) scene.last();
    assertThat(ask.why()).isEqualTo(Why.AMBIGUOUS);
    assertThat(ask.choices()).containsExactly("web-01", "web-02");
  }

  @Test
  void severalValuesWhereOneIsTakenAreShownAndAskedAbout() {
    scene.hear(asks("restart_service", service("tomcat"), service("jenkins"), host("app-02")));
    var ask = (AskSlot) scene.last();
    assertThat(ask.why()).isEqualTo(Why.SEVERAL);
    assertThat(ask.request().canonical("service")).containsExactly("tomcat", "jenkins");
    scene.hear(names(service("tomcat")));
    assertThat(scene.last()).isInstanceOf(AskConfirmation.class);
  }

  @Test
  void threeUselessAnswersEndTheQuestion() {
    scene.hear(asks("restart_service", service("apache")));
    scene.hear(says("hmm"));
    scene.hear(says("dunno"));
    assertThat(((AskSlot) scene.last()).why()).isEqualTo(Why.UNUSABLE);
    scene.hear(says("whatever"));
    assertThat(scene.last()).isInstanceOf(SystemAct.GiveUp.class);
    assertThat(scene.dialogue.agenda()).isEmpty();
  }

  @Test
  void anObjectionableMessageConfirmsNothingWhateverElseItIs() {
    proposeRestart();
    scene.hear(objectionable());
    assertThat(scene.performed).isEmpty();
    assertThat(scene.acts).hasExactlyElementsOfTypes(SystemAct.Object.class, AskConfirmation.class);
  }

  @Test
  void aPlainYesStartsNoneOfTheReadingsOffered() {
    scene.hear(offers("restart_service", "reload_service"));
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.last()).isInstanceOf(SystemAct.OfferReadings.class);
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void aReadingIsPickedByNumberOrName() {
    scene.hear(offers("restart_service", "reload_service"));
    scene.hear(says("the second one"));
    assertThat(((AskSlot) scene.last()).request().intent()).isEqualTo("reload_service");
    scene.hear(act(DialogueAct.CANCEL));
    scene.hear(offers("restart_service", "reload_service"));
    scene.hear(says("restart_service"));
    assertThat(((AskSlot) scene.last()).request().intent()).isEqualTo("restart_service");
  }

  @Test
  void anExactCommandReplacesThePendingRequestOfItsIntent() {
    proposeRestart();
    scene.hear(exact("restart_service", service("nginx"), host("web-03")));
    var proposal = ((AskConfirmation) scene.last()).proposal();
    assertThat(proposal.request().exactForm())
        .isEqualTo("restart_service service=nginx host=web-03");
    assertThat(scene.dialogue.agenda()).hasSize(1);
  }

  @Test
  void courtesyInBetweenBringsTheQuestionUpAgain() {
    scene.hear(asks("restart_service", service("apache")));
    scene.hear(act(DialogueAct.HELP));
    assertThat(scene.acts).hasExactlyElementsOfTypes(SystemAct.GiveHelp.class, AskSlot.class);
  }

  @Test
  void answersOfTheWorldThatNobodyAskedForChangeNothing() {
    proposeRestart();
    var proposal = ((Frame.Confirming) scene.top()).proposal();
    for (var stray :
        List.of(
            new Judged(true, ""),
            new Planned(proposal),
            new Begun("x"),
            new Withheld("no"),
            new DialogueInput.Unplannable("no"))) {
      var step = scene.step(stray);
      assertThat(step.next()).isEqualTo(scene.dialogue);
      assertThat(step.acts()).isEmpty();
    }
  }

  @Test
  void whatWasWithheldIsSaidAndGone() {
    proposeRestart();
    var proposal = ((Frame.Confirming) scene.top()).proposal();
    scene.dialogue = scene.dialogue.replaceTop(new Frame.Performing(proposal));
    var step = scene.step(new Withheld("It has changed."));
    assertThat(step.acts()).hasExactlyElementsOfTypes(SystemAct.CannotRun.class);
    assertThat(step.next().agenda()).isEmpty();
  }

  @Test
  void keepsNoMoreThanItsDepthInMind() {
    for (int i = 0; i < 20; i++) {
      scene.hear(
          i % 2 == 0
              ? asks("restart_service", service("apache"), host("web-01"))
              : asks("reload_service", service("apache"), host("web-01")));
    }
    assertThat(scene.dialogue.agenda()).hasSize(5);
  }

  @Test
  void whatIsLeftOfARequestFillsNoTextThatItCouldDoWithout() {
    var text = SlotType.TEXT;
    var value = List.of(SlotValue.of("the rest", "the rest"));
    var rest = new Entity(text, null, "the rest", 0, 8, value, List.of());
    var named = new Entity(text, "note", "the rest", 0, 8, value, List.of());
    assertThat(filled(new Slot("note", text, false, false, "Which?", null), rest)).isEmpty();
    assertThat(filled(new Slot("note", text, false, false, "Which?", null), named))
        .containsExactly("the rest");
    assertThat(filled(new Slot("note", text, true, false, "Which?", null), rest))
        .containsExactly("the rest");
  }

  private static List<String> filled(Slot slot, Entity entity) {
    var intent =
        new Intent(
            "any",
            "any",
            List.of(new RiskRule(Map.of(), Risk.LOW)),
            null,
            false,
            List.of(slot),
            new ActionSpec.Lookup("hosts"),
            Map.of(),
            "1");
    var empty = new Draft(ActionRequest.of("any"), List.of());
    return SlotFilling.fill(intent, empty, List.of(entity)).request().canonical("note");
  }

  @Test
  void endsARequestAfterThreeNamesThatDoNotExist() {
    scene.hear(asks("host_uptime"));
    scene.hear(names(unknownHost("web-77", "web-01")));
    scene.hear(names(unknownHost("web-88", "web-01")));
    assertThat(((SystemAct.AskSlot) scene.last()).why()).isEqualTo(SystemAct.Why.UNKNOWN);
    scene.hear(names(unknownHost("web-99", "web-01")));
    assertThat(scene.last()).isInstanceOf(SystemAct.GiveUp.class);
    assertThat(scene.dialogue.agenda()).isEmpty();
  }

  @Test
  void startsTheSameRequestAfresh() {
    scene.hear(asks("restart_service", service("apache"), host("web-01")));
    scene.hear(act(DialogueAct.START_OVER));
    var ask = (SystemAct.AskSlot) scene.last();
    assertThat(ask.request()).isEqualTo(ActionRequest.of("restart_service"));
    assertThat(ask.slot()).isEqualTo("service");
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void showsBothOfAChoiceAndAsksWhich() {
    scene.hear(asks("restart_service", service("apache"), Scene.eitherHost("web-01", "web-02")));
    var ask = (SystemAct.AskSlot) scene.last();
    assertThat(ask.why()).isEqualTo(SystemAct.Why.EITHER);
    assertThat(ask.request().canonical("host")).containsExactly("web-01", "web-02");
    scene.hear(names(host("web-02")));
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.performed.get(0).request().canonical("host")).containsExactly("web-02");
  }

  @Test
  void saysWhatASlotMayBeAndAsksAgain() {
    scene.hear(asks("host_uptime"));
    scene.hear(Scene.asksWhatItMayBe());
    assertThat(scene.acts).hasAtLeastOneElementOfType(SystemAct.TellChoices.class);
    assertThat(scene.last()).isInstanceOf(SystemAct.AskSlot.class);
  }

  @Test
  void takesUpWhatAnOfferIsAbout() {
    scene.hear(Scene.offering("reload_service", service("nginx"), host("web-01")));
    scene.hear(Scene.pointing(asks("restart_service"), Link.Pointer.IT));
    scene.hear(act(DialogueAct.AFFIRM));
    var request = scene.performed.get(0).request();
    assertThat(request.intent()).isEqualTo("restart_service");
    assertThat(request.canonical("service")).containsExactly("nginx");
  }
}
