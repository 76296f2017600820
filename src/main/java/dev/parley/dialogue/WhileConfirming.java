package dev.parley.dialogue;

import dev.parley.dialogue.Frame.Confirming;
import dev.parley.dialogue.SystemAct.AskConfirmation;
import dev.parley.intent.Risk;
import dev.parley.intent.TargetName;
import dev.parley.understanding.DialogueAct;
import java.util.List;

/** What a message leads to while a yes is waited for, its own or that of a second person. */
final class WhileConfirming {
  private final Situation here;
  private final Changing changing;

  WhileConfirming(Situation here) {
    this.here = here;
    this.changing = new Changing(here);
  }

  Step step(Confirming frame) {
    var request = frame.proposal().request();
    if (frame.proposal().risk() == Risk.CRITICAL) {
      if (TargetName.of(frame.proposal()).isTypedIn(here.reading().text())) {
        return here.requests().confirmed(here.dialogue().pop(), frame.proposal());
      }
      if (onlyAName()) {
        return askAgain(frame);
      }
    } else if (here.reading().act() == DialogueAct.AFFIRM && here.reading().bare()) {
      return here.requests().confirmed(here.dialogue().pop(), frame.proposal());
    }
    if (here.turnedDown()) {
      return here.leave(new SystemAct.Cancelled(request));
    }
    return changing
        .changed(new Draft(request, List.of()))
        .or(changing::askedSomethingElse)
        .orElseGet(() -> askAgain(frame));
  }

  private Step askAgain(Confirming frame) {
    return Step.of(here.dialogue(), new AskConfirmation(frame.proposal(), frame.expiresAt(), true))
        .about(frame.proposal().request());
  }

  Step step(Frame.Approving frame) {
    var request = frame.proposal().request();
    var withdraw = new SystemAct.WithdrawApproval(frame.approval());
    if (here.turnedDown()) {
      return here.leave(new SystemAct.Cancelled(request)).then(withdraw);
    }
    var still = Step.of(here.dialogue(), Approving.told(frame, true)).about(request);
    return onlyAName()
        ? still
        : changing
            .changed(new Draft(request, List.of()))
            .map(step -> step.then(withdraw))
            .or(changing::askedSomethingElse)
            .orElse(still);
  }

  /** Nothing but the code goes on; it does not come here. */
  Step step(Frame.Proving frame) {
    var request = frame.proposal().request();
    if (here.turnedDown()) {
      return here.leave(new SystemAct.Cancelled(request));
    }
    return changing
        .changed(new Draft(request, List.of()))
        .or(changing::askedSomethingElse)
        .orElseGet(() -> Step.of(here.dialogue(), Proving.ask(frame, "")).about(request));
  }

  /** A name alone is the target's, typed again or mistyped, and no change of the request. */
  private boolean onlyAName() {
    boolean plain =
        here.reading().act() == DialogueAct.INFORM || here.reading().act() == DialogueAct.CORRECT;
    return plain
        && here.reading().intent().isEmpty()
        && here.reading().entities().size() == 1
        && here.reading().entities().get(0).text().equalsIgnoreCase(here.reading().text().strip());
  }
}
