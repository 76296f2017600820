package dev.parley.dialogue;

import dev.parley.dialogue.DialogueInput.Answered;
import dev.parley.dialogue.DialogueInput.Approved;
import dev.parley.dialogue.DialogueInput.Awaiting;
import dev.parley.dialogue.DialogueInput.Begun;
import dev.parley.dialogue.DialogueInput.Heard;
import dev.parley.dialogue.DialogueInput.Judged;
import dev.parley.dialogue.DialogueInput.Missed;
import dev.parley.dialogue.DialogueInput.Planned;
import dev.parley.dialogue.DialogueInput.Rejected;
import dev.parley.dialogue.DialogueInput.Unplannable;
import dev.parley.dialogue.DialogueInput.Withheld;
import dev.parley.dialogue.SystemAct.AskConfirmation;
import dev.parley.dialogue.SystemAct.Why;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One input on its way through a dialogue: what was said goes to {@link Hearing}, what the world
 * answers moves on the frame that waits for it, and what nobody waits for changes nothing.
 */
final class Advance implements DialogueInput.Cases<Step>, Requests {
  private final Dialogue dialogue;
  private final IntentCatalog catalog;
  private final DialoguePolicy policy;
  private final Instant now;

  Advance(Dialogue dialogue, IntentCatalog catalog, DialoguePolicy policy, Instant now) {
    this.dialogue = dialogue;
    this.catalog = catalog;
    this.policy = policy;
    this.now = now;
  }

  @Override
  public Step heard(Heard input) {
    return new Hearing(input.reading(), settled(dialogue), catalog, policy, now, this).step();
  }

  @Override
  public Step judged(Judged input) {
    if (!(dialogue.top().orElse(null) instanceof Frame.Judging frame)) {
      return Step.of(dialogue);
    }
    var request = frame.draft().request();
    if (!input.allowed()) {
      return resume(dialogue.pop(), new SystemAct.RefusePermission(request, input.explanation()))
          .about(request);
    }
    return catalog
        .find(request.intent())
        .map(intent -> proceed(intent, frame.draft()))
        .orElseGet(() -> resume(dialogue.pop(), new SystemAct.NotUnderstood()));
  }

  private Step proceed(Intent intent, Draft draft) {
    var question = Questions.first(intent, draft);
    if (question.isPresent()) {
      var ask = question.get();
      var frame = new Frame.Collecting(draft, ask.slot(), ask.choices(), 0);
      return Step.of(dialogue.replaceTop(frame), ask).about(draft.request());
    }
    return Step.of(
            dialogue.replaceTop(new Frame.Planning(draft.request())),
            new SystemAct.Prepare(draft.request()))
        .about(draft.request());
  }

  @Override
  public Step planned(Planned input) {
    if (!(dialogue.top().orElse(null) instanceof Frame.Planning)) {
      return Step.of(dialogue);
    }
    var proposal = input.proposal();
    if (proposal.risk() == Risk.LOW && proposal.due() == null) {
      return perform(dialogue.pop(), proposal);
    }
    var expiresAt = now.plus(policy.confirmationLasts());
    return Step.of(
            dialogue.replaceTop(new Frame.Confirming(proposal, expiresAt)),
            new AskConfirmation(proposal, expiresAt, false))
        .about(proposal.request());
  }

  @Override
  public Step unplannable(Unplannable input) {
    var top = dialogue.top().orElse(null);
    if (top instanceof Frame.Judging frame) {
      return cannotRun(frame.draft().request(), input.problem());
    }
    return top instanceof Frame.Planning frame
        ? cannotRun(frame.request(), input.problem())
        : Step.of(dialogue);
  }

  private Step cannotRun(ActionRequest request, String problem) {
    return resume(dialogue.pop(), new SystemAct.CannotRun(request, problem)).about(request);
  }

  @Override
  public Step begun(Begun input) {
    if (!(dialogue.top().orElse(null) instanceof Frame.Performing frame)) {
      return Step.of(dialogue);
    }
    var request = frame.proposal().request();
    var started = Later.begun(frame.proposal(), input.executionId());
    var after = dialogue.pop().remember(request, now);
    return after.top().orElse(null) instanceof Frame.Waiting next
        ? begin(after.pop(), next.draft()).saying(started)
        : resume(after, started).about(request);
  }

  @Override
  public Step withheld(Withheld input) {
    if (!(dialogue.top().orElse(null) instanceof Frame.Performing frame)) {
      return Step.of(dialogue);
    }
    return cannotRun(frame.proposal().request(), input.reason());
  }

  @Override
  public Step awaiting(Awaiting input) {
    if (!(dialogue.top().orElse(null) instanceof Frame.Performing frame)) {
      return Step.of(dialogue);
    }
    var proposal = frame.proposal();
    var waiting =
        new Frame.Approving(proposal, input.approval(), input.expiresAt(), input.approvers());
    return Step.of(dialogue.replaceTop(waiting), Approving.told(waiting, false))
        .about(proposal.request());
  }

  @Override
  public Step approved(Approved input) {
    return Approving.find(dialogue, input.approval(), now)
        .map(
            frame -> {
              var step = perform(dialogue.without(frame), frame.proposal());
              return step.saying(new SystemAct.ApprovedBy(frame.proposal(), input.by()));
            })
        .orElseGet(() -> Step.of(dialogue));
  }

  @Override
  public Step rejected(Rejected input) {
    return Approving.find(dialogue, input.approval(), now)
        .map(
            frame ->
                resume(
                        dialogue.without(frame),
                        new SystemAct.RejectedBy(frame.proposal(), input.by()))
                    .about(frame.proposal().request()))
        .orElseGet(() -> Step.of(dialogue));
  }

  @Override
  public Step answered(Answered input) {
    return resume(dialogue, input.saying());
  }

  @Override
  public Step missed(Missed input) {
    return Later.missed(input, settled(dialogue), this);
  }

  /** Frames that last no longer than a message are left only by a message that was cut off. */
  private Dialogue settled(Dialogue unsettled) {
    var top = unsettled.top().orElse(null);
    boolean cutOff =
        top instanceof Frame.Judging
            || top instanceof Frame.Planning
            || top instanceof Frame.Performing
            || top instanceof Frame.Waiting;
    return cutOff ? settled(unsettled.pop()) : unsettled;
  }

  @Override
  public Step begin(Dialogue on, Draft draft, List<Draft> further) {
    var waiting = on;
    for (int i = further.size() - 1; i >= 0; i--) {
      waiting = waiting.push(new Frame.Waiting(further.get(i)));
    }
    return begin(waiting, draft);
  }

  @Override
  public Step begin(Dialogue on, Draft draft) {
    var judging = on.push(new Frame.Judging(draft)).keepNewest(policy.depth());
    return Step.of(judging, new SystemAct.AskPermission(draft.request())).about(draft.request());
  }

  @Override
  public Step perform(Dialogue on, Proposal proposal) {
    return Step.of(on.push(new Frame.Performing(proposal)), new SystemAct.Perform(proposal))
        .about(proposal.request());
  }

  @Override
  public Step requestApproval(Dialogue on, Proposal proposal) {
    return Step.of(on.push(new Frame.Performing(proposal)), new SystemAct.RequestApproval(proposal))
        .about(proposal.request());
  }

  @Override
  public Step resume(Dialogue on, SystemAct said) {
    var acts = new ArrayList<SystemAct>();
    acts.add(said);
    var top = on.top().orElse(null);
    if (top instanceof Frame.Waiting) {
      var left = on.withoutWaiting();
      var dropped = on.waiting().stream().map(Draft::request).toList();
      var step = resume(left, new SystemAct.LeaveOut(dropped));
      acts.addAll(step.acts());
      return new Step(step.next(), acts, null);
    }
    if (top instanceof Frame.Collecting frame) {
      acts.add(Questions.again(frame, Why.STILL));
    } else if (top instanceof Frame.Confirming frame) {
      if (!now.isBefore(frame.expiresAt())) {
        return resume(on.pop(), said);
      }
      acts.add(new AskConfirmation(frame.proposal(), frame.expiresAt(), true));
    } else if (top instanceof Frame.Approving frame) {
      if (!now.isBefore(frame.expiresAt())) {
        return resume(on.pop(), said).then(new SystemAct.WithdrawApproval(frame.approval()));
      }
      acts.add(Approving.told(frame, true));
    } else if (top instanceof Frame.Choosing) {
      return resume(on.pop(), said);
    }
    return new Step(on, acts, null);
  }
}
