package dev.parley.dialogue;

import static dev.parley.dialogue.Scene.act;
import static dev.parley.dialogue.Scene.asks;
import static dev.parley.dialogue.Scene.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.SlotValue;
import dev.parley.understanding.DialogueAct;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of several actions that run is to stop. */
class ChoosingRunTest {
  private static final List<Frame.Run> RUNS =
      List.of(
          run("0a1b2c3d-1111", "restart_service", "apache", "web-01"),
          run("9f8e7d6c-2222", "restart_service", "nginx", "web-02"));

  private final Scene scene = new Scene();

  @BeforeEach
  void ask() {
    scene.happens(new DialogueInput.Answered(new SystemAct.AskWhichRun(RUNS)));
    assertThat(scene.top()).isInstanceOf(Frame.ChoosingRun.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2",
        "the second one",
        "number two, please",
        "i'd take the second",
        "nginx",
        "the nginx one",
        "stop the one on web-02",
        "9f8e7d6c",
        "the last one"
      })
  void isPickedByNumberNameTargetOrId(String answer) {
    scene.hear(says(answer));
    assertThat(scene.acts).startsWith(new SystemAct.StopRun(answer, List.of("9f8e7d6c-2222")));
    assertThat(scene.dialogue.agenda()).isEmpty();
  }

  @Test
  void bothAreStoppedWhenBothAreWanted() {
    scene.hear(says("both"));
    assertThat(scene.acts)
        .startsWith(new SystemAct.StopRun("both", List.of("0a1b2c3d-1111", "9f8e7d6c-2222")));
  }

  @Test
  void aNoStopsNone() {
    scene.hear(act(DialogueAct.DENY));
    assertThat(scene.acts).containsExactly(new SystemAct.OfferDropped());
    assertThat(scene.dialogue.agenda()).isEmpty();
  }

  @Test
  void aPlainYesStopsNone() {
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.acts).noneMatch(SystemAct.StopRun.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"the restart", "web-03", "the third one", "which is which?"})
  void whatFitsNoneOrSeveralPicksNone(String answer) {
    scene.hear(says(answer));
    assertThat(scene.acts).noneMatch(SystemAct.StopRun.class::isInstance);
  }

  @Test
  void somethingElseIsHeardAsIfNothingWasAsked() {
    scene.hear(asks("host_uptime", Scene.host("web-01")));
    assertThat(scene.performed).hasSize(1);
    assertThat(scene.dialogue.agenda()).isEmpty();
  }

  @Test
  void whatWasAskedBeforeComesUpAgainAfterwards() {
    scene.hear(act(DialogueAct.CANCEL));
    scene.hear(asks("restart_service", Scene.service("nginx")));
    scene.happens(new DialogueInput.Answered(new SystemAct.AskWhichRun(RUNS)));
    scene.hear(says("1"));
    assertThat(scene.acts)
        .hasExactlyElementsOfTypes(
            SystemAct.StopRun.class, SystemAct.NothingRuns.class, SystemAct.AskSlot.class);
  }

  private static Frame.Run run(String id, String intent, String service, String host) {
    var request =
        ActionRequest.of(intent)
            .with("service", List.of(SlotValue.of(service, service)))
            .with("host", List.of(SlotValue.of(host, host)));
    return new Frame.Run(id, request);
  }
}
