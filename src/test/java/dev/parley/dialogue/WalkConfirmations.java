package dev.parley.dialogue;

import dev.parley.dialogue.DialogueInput.Heard;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import dev.parley.intent.TargetName;
import dev.parley.understanding.DialogueAct;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows from outside what may be performed: what the last question showed, to which its person then
 * said yes, or what a second person approved; each of them once.
 */
final class WalkConfirmations {
  private final Map<String, Proposal> approvals = new HashMap<>();
  private SystemAct.@Nullable AskConfirmation shown;

  /** Looks at an act before the world is told of it. */
  void acts(SystemAct act, DialogueInput cause, Instant now) {
    if (act instanceof SystemAct.Perform perform && perform.proposal().risk() != Risk.LOW) {
      mayPerform(perform.proposal(), cause, now);
    } else if (act instanceof SystemAct.RequestApproval request) {
      check(request.proposal().risk() == Risk.CRITICAL, "Only what is critical is approved.");
      check(
          cause instanceof Heard heard
              && TargetName.of(request.proposal()).isTypedIn(heard.reading().text()),
          "Its target was not typed.");
      uses(request.proposal(), now);
    } else if (act instanceof SystemAct.AskConfirmation asked) {
      shown = asked;
    } else if (act instanceof SystemAct.AskSlot
        || act instanceof SystemAct.OfferReadings
        || act instanceof SystemAct.AwaitApproval) {
      shown = null;
    }
  }

  private void mayPerform(Proposal proposal, DialogueInput cause, Instant now) {
    if (cause instanceof DialogueInput.Approved approved) {
      check(
          proposal.equals(approvals.remove(approved.approval())),
          "It is not what was approved, or it was approved before.");
      return;
    }
    check(proposal.risk() != Risk.CRITICAL, "What is critical takes a second person.");
    check(
        cause instanceof Heard heard
            && heard.reading().act() == DialogueAct.AFFIRM
            && heard.reading().bare()
            && heard.reading().objection() == null,
        "Nobody said yes.");
    uses(proposal, now);
  }

  private void uses(Proposal proposal, Instant now) {
    var asked = shown;
    check(asked != null && asked.proposal().equals(proposal), "Another one was shown last.");
    check(asked != null && now.isBefore(asked.expiresAt()), "It had expired.");
    shown = null;
  }

  /** Keeps what the world said waits for a second person. */
  void answered(SystemAct deed, DialogueInput answer) {
    if (deed instanceof SystemAct.RequestApproval request
        && answer instanceof DialogueInput.Awaiting awaiting) {
      approvals.put(awaiting.approval(), request.proposal());
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
