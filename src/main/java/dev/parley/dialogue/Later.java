package dev.parley.dialogue;

import dev.parley.intent.Proposal;
import dev.parley.intent.Slot;
import java.util.List;

/** What is different about an action that waits for its time. */
final class Later {
  private Later() {}

  /** What is said once it is stored. */
  static SystemAct.Saying begun(Proposal proposal, DialogueInput.Begun stored) {
    return proposal.due() == null
        ? new SystemAct.Start(proposal, stored.executionId())
        : new SystemAct.Scheduled(proposal, stored.shortId());
  }

  /** Nothing runs late by itself: the same is asked for anew, for now, and confirmed anew. */
  static Step missed(DialogueInput.Missed input, Dialogue on, Requests requests) {
    var told = new SystemAct.MissedItsTime(input.proposal(), input.ask(), input.restored());
    var now = input.proposal().request().without(Slot.WHEN);
    return input.ask()
        ? requests.begin(on, new Draft(now, List.of())).saying(told)
        : Step.of(on, told);
  }
}
