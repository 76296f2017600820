package dev.parley.dialogue;

import static dev.parley.dialogue.Scene.act;
import static dev.parley.dialogue.Scene.asks;
import static dev.parley.dialogue.Scene.changing;
import static dev.parley.dialogue.Scene.host;
import static dev.parley.dialogue.Scene.names;
import static dev.parley.dialogue.Scene.pointing;
import static dev.parley.dialogue.Scene.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.dialogue.SystemAct.AskSlot;
import dev.parley.dialogue.SystemAct.Why;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Undo;
import dev.parley.understanding.DialogueAct;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.Link;
import dev.parley.understanding.Link.Change;
import dev.parley.understanding.Link.Pointer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  private final Scene scene = new Scene();

  @Test
  void itIsWhatWasSpokenOfLastAndIsShownBeforeItRuns() {
    scene.hear(asks("host_uptime", host("web-02")));
    scene.hear(pointing(asks("reboot_host"), Pointer.IT));
    assertThat(confirmed().canonical("host")).containsExactly("web-02");
    assertThat(scene.performed).hasSize(1);
  }

  @Test
  void itIsFirstOfAllWhatIsBeingAskedAbout() {
    scene.hear(asks("host_uptime", host("db-01")));
    scene.hear(asks("restart_service", service("nginx"), host("web-01")));
    scene.hear(pointing(asks("host_uptime"), Pointer.IT));
    assertThat(scene.performed.get(1).request().canonical("host")).containsExactly("web-01");
    assertThat(confirmed().intent()).isEqualTo("restart_service");
  }

  @Test
  void thatHostOfTwoIsAskedFor() {
    scene.hear(asks("host_uptime", host("web-01"), host("web-02")));
    scene.hear(pointing(asks("reboot_host"), Pointer.THAT_HOST));
    var ask = (AskSlot) scene.last();
    assertThat(ask.why()).isEqualTo(Why.AMBIGUOUS);
    assertThat(ask.choices()).containsExactly("web-01", "web-02");
  }

  @Test
  void bothAreTheLastTwo() {
    scene.hear(asks("host_uptime", host("web-01")));
    scene.hear(asks("host_uptime", host("web-02")));
    scene.hear(pointing(asks("restart_service", service("nginx")), Pointer.THEM));
    assertThat(confirmed().canonical("host")).containsExactly("web-01", "web-02");
  }

  @Test
  void whatIsTooOldIsAskedFor() {
    scene.hear(asks("host_uptime", host("web-02")));
    scene.pass(Duration.ofMinutes(16));
    scene.hear(pointing(asks("reboot_host"), Pointer.IT));
    assertThat(((AskSlot) scene.last()).why()).isEqualTo(Why.MISSING);
  }

  @Test
  void whatIsNamedIsNotTakenFromElsewhere() {
    scene.hear(asks("host_uptime", host("web-02")));
    scene.hear(pointing(asks("reboot_host", host("db-01")), Pointer.IT));
    assertThat(confirmed().canonical("host")).containsExactly("db-01");
  }

  @Test
  void withoutAWordThatPointsBackNothingIsFilledIn() {
    scene.hear(asks("host_uptime", host("web-02")));
    scene.hear(asks("reboot_host"));
    assertThat(((AskSlot) scene.last()).why()).isEqualTo(Why.MISSING);
  }

  @Test
  void againIsConfirmedAgain() {
    scene.hear(asks("restart_service", service("nginx"), host("web-01")));
    scene.hear(act(DialogueAct.AFFIRM));
    scene.hear(act(DialogueAct.AGAIN));
    assertThat(scene.performed).hasSize(1);
    assertThat(confirmed().canonical("host")).containsExactly("web-01");
  }

  @Test
  void theSameElsewhereKeepsTheRest() {
    scene.hear(asks("restart_service", service("nginx"), host("web-01")));
    scene.hear(act(DialogueAct.AFFIRM));
    scene.hear(alike(names(host("web-02"))));
    assertThat(confirmed().canonical("service")).containsExactly("nginx");
    assertThat(confirmed().canonical("host")).containsExactly("web-02");
    assertThat(scene.performed).hasSize(1);
  }

  @Test
  void addsAndTakesAway() {
    scene.hear(asks("restart_service", service("nginx"), host("web-01")));
    scene.hear(changing(Change.ADD, host("web-02")));
    assertThat(confirmed().canonical("host")).containsExactly("web-01", "web-02");
    scene.hear(changing(Change.REMOVE, host("web-01")));
    assertThat(confirmed().canonical("host")).containsExactly("web-02");
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void anotherVerbInsteadTakesTheValuesOver() {
    scene.hear(asks("restart_service", service("nginx"), host("web-01")));
    scene.hear(
        asks("reload_service").linked(new Link(Change.REPLACE, false, true, Set.of(Pointer.IT))));
    assertThat(confirmed().intent()).isEqualTo("reload_service");
    assertThat(confirmed().canonical("service")).containsExactly("nginx");
    assertThat(scene.dialogue.agenda()).hasSize(1);
  }

  @Test
  void whatIsReplacedCannotBeApprovedAnyMore() {
    scene.hear(asks("reboot_host", host("web-01")));
    scene.hear(Scene.types("web-01"));
    assertThat(scene.top()).isInstanceOf(Frame.Approving.class);
    scene.hear(
        asks("host_uptime").linked(new Link(Change.REPLACE, false, true, Set.of(Pointer.IT))));
    assertThat(scene.withdrawn).containsExactly("r4k9");
    scene.happens(new DialogueInput.Approved("r4k9", "maria"));
    assertThat(scene.performed)
        .extracting(p -> p.request().intent())
        .containsExactly("host_uptime");
  }

  @Test
  void whatNothingUndoesIsSaidSo() {
    scene.hear(asks("restart_service", service("nginx"), host("web-01")));
    scene.hear(act(DialogueAct.AFFIRM));
    scene.hear(act(DialogueAct.UNDO));
    assertThat(scene.last()).isInstanceOf(SystemAct.CannotUndo.class);
    assertThat(scene.performed).hasSize(1);
  }

  @Test
  void whatIsUndoneHasOnlyWhatItNeeds() {
    var deploy = ActionRequest.of("restart_service").with("host", List.of());
    var restart = Scene.CATALOG.get("restart_service");
    var request = deploy.with("service", List.of(dev.parley.intent.SlotValue.of("nginx", "nginx")));
    var undone =
        References.undone(
            request, restart, Scene.CATALOG.get("reload_service"), Undo.with("reload_service"));
    assertThat(undone.request().intent()).isEqualTo("reload_service");
    assertThat(undone.request().canonical("service")).containsExactly("nginx");
  }

  @Test
  void nothingIsRepeatedWhereNothingWasDone() {
    scene.hear(act(DialogueAct.AGAIN));
    assertThat(scene.last()).isInstanceOf(SystemAct.NothingStands.class);
  }

  private ActionRequest confirmed() {
    return ((Frame.Confirming) scene.top()).proposal().request();
  }

  private static Interpretation alike(Interpretation reading) {
    return reading.linked(new Link(Change.REPLACE, true, false, Set.of()));
  }
}
