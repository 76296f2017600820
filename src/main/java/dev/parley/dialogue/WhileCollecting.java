package dev.parley.dialogue;

import dev.parley.dialogue.Frame.Collecting;
import dev.parley.dialogue.SystemAct.Why;
import dev.parley.intent.ActionRequest;
import java.util.Optional;

/** What a message leads to while a slot is asked for. */
final class WhileCollecting {
  private final Situation here;
  private final Changing changing;

  WhileCollecting(Situation here) {
    this.here = here;
    this.changing = new Changing(here);
  }

  Step step(Collecting frame) {
    if (here.turnedDown()) {
      return here.leave(new SystemAct.Cancelled(frame.draft().request()));
    }
    return stillUnknown(frame)
        .or(() -> changing.changed(frame.draft()))
        .or(changing::askedSomethingElse)
        .orElseGet(() -> unusable(frame));
  }

  /** An answer with another name that does not exist: shown with near ones, a few times. */
  private Optional<Step> stillUnknown(Collecting frame) {
    var pending = here.catalog().find(frame.draft().request().intent());
    if (pending.isEmpty() || here.named().isPresent()) {
      return Optional.empty();
    }
    var next = SlotFilling.fill(pending.get(), frame.draft(), here.reading().entities());
    boolean onlyThat =
        next.request()
            .without(frame.asked())
            .equals(frame.draft().request().without(frame.asked()));
    return Questions.first(pending.get(), next)
        .filter(ask -> onlyThat && ask.why() == Why.UNKNOWN && ask.slot().equals(frame.asked()))
        .map(ask -> tried(frame, next, ask));
  }

  private Step tried(Collecting frame, Draft next, SystemAct.AskSlot ask) {
    int tries = frame.tries() + 1;
    if (tries >= here.policy().tries()) {
      return givenUp(next.request());
    }
    var again = new Collecting(next, frame.asked(), ask.choices(), tries);
    return Step.of(here.dialogue().replaceTop(again), ask).about(next.request());
  }

  private Step unusable(Collecting frame) {
    var request = frame.draft().request();
    int tries = frame.tries() + 1;
    if (tries >= here.policy().tries()) {
      return givenUp(request);
    }
    var again = new Collecting(frame.draft(), frame.asked(), frame.choices(), tries);
    return Step.of(here.dialogue().replaceTop(again), Questions.again(again, Why.UNUSABLE))
        .about(request);
  }

  private Step givenUp(ActionRequest request) {
    return here.leave(new SystemAct.GiveUp(request)).about(request);
  }
}
