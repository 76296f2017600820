package dev.parley.dialogue;

import static dev.parley.dialogue.Scene.act;
import static dev.parley.dialogue.Scene.asks;
import static dev.parley.dialogue.Scene.host;
import static dev.parley.dialogue.Scene.offers;
import static dev.parley.dialogue.Scene.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.dialogue.SystemAct.NotUnderstood;
import dev.parley.understanding.DialogueAct;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.ScoredIntent;
import dev.parley.understanding.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done about messages that are not understood. */
class MissesTest {
  private final Scene scene = new Scene();

  @Test
  void offersWhatComesNearestOnceAndThenSaysHowToSayIt() {
    assertThat(missed(unclear()).again()).isFalse();
    assertThat(scene.top()).isInstanceOf(Frame.Choosing.class);
    assertThat(missed(unclear()).again()).isTrue();
    assertThat(scene.dialogue.agenda()).isEmpty();
    assertThat(missed(unclear()).again()).isTrue();
  }

  @Test
  void anyMessageThatIsUnderstoodBeginsAnew() {
    for (var understood :
        List.of(act(DialogueAct.THANK), act(DialogueAct.HELP), asks("host_uptime", host("a")))) {
      missed(unclear());
      scene.hear(understood);
      assertThat(scene.dialogue.misses()).isZero();
      assertThat(missed(unclear()).again()).isFalse();
      scene.hear(act(DialogueAct.THANK));
    }
  }

  @Test
  void anOfferOfReadingsWasNoUnderstandingEither() {
    scene.hear(offers("restart_service", "reload_service"));
    assertThat(missed(unclear()).again()).isTrue();
  }

  @Test
  void whatIsNearCanBePicked() {
    missed(unclear());
    scene.hear(says("i'd take the second"));
    assertThat(scene.top())
        .isInstanceOfSatisfying(
            Frame.Collecting.class,
            frame -> assertThat(frame.draft().request().intent()).isEqualTo("reload_service"));
  }

  @Test
  void aPlainYesPicksNothing() {
    missed(unclear());
    scene.hear(act(DialogueAct.AFFIRM));
    assertThat(scene.acts).hasExactlyElementsOfTypes(SystemAct.OfferReadings.class);
    assertThat(scene.performed).isEmpty();
  }

  @Test
  void whatIsOnlyTheLeastFarOfAllIsNotCalledNear() {
    assertThat(missed(ranked(0.01)).near()).isEmpty();
    assertThat(scene.dialogue.agenda()).isEmpty();
  }

  @Test
  void aNameAloneComesNearWhatTakesIt() {
    var near = missed(Scene.types("web-01")).near();
    assertThat(near)
        .extracting(draft -> draft.request().intent())
        .containsExactly("host_uptime", "reboot_host", "reload_service");
    assertThat(near)
        .allSatisfy(d -> assertThat(d.request().canonical("host")).containsExactly("web-01"));
  }

  private NotUnderstood missed(Interpretation reading) {
    scene.hear(reading);
    return (NotUnderstood) scene.last();
  }

  private static Interpretation unclear() {
    return ranked(0.3);
  }

  private static Interpretation ranked(double confidence) {
    return new Interpretation(
        "something or other",
        null,
        DialogueAct.INFORM,
        false,
        Zone.DECLINE,
        List.of(
            new ScoredIntent("restart_service", confidence),
            new ScoredIntent("reload_service", confidence)),
        List.of(),
        false);
  }
}
