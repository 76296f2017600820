package dev.parley.dialogue;

import dev.parley.dialogue.DialogueInput.Answered;
import dev.parley.dialogue.DialogueInput.Approved;
import dev.parley.dialogue.DialogueInput.Awaiting;
import dev.parley.dialogue.DialogueInput.Begun;
import dev.parley.dialogue.DialogueInput.Ended;
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
import dev.parley.intent.Manner;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import dev.parley.understanding.Interpretation.Further;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    var before = Freezing.withoutExpired(settled(dialogue), now);
    var hearing = new Hearing(new Situation(input.reading(), before, catalog, policy, now, this));
    var step = input.dry() ? hearing.dry() : hearing.step();
    boolean onFailure = input.reading().further().stream().anyMatch(Further::onFailure);
    var counted = Misses.counted(dialogue.misses(), step);
    return onFailure ? counted.then(new SystemAct.DeclineOnFailure()) : counted;
  }

  @Override
  public Step judged(Judged input) {
    if (!(dialogue.top().orElse(null) instanceof Frame.Judging frame)) {
      return Step.of(dialogue);
    }
    var request = frame.draft().request();
    if (!input.allowed()) {
      var refused =
          resume(dialogue.pop(), new SystemAct.RefusePermission(request, input.explanation()))
              .about(request);
      var frozen = new Frame.Frozen(frame.draft(), now.plus(policy.confirmationLasts()));
      return input.overridable() ? refused.in(Freezing.keep(refused.next(), frozen)) : refused;
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
    if (proposal.request().manner().dry()) {
      var shown = proposal.request().asked(Manner.PLAIN);
      return resume(dialogue.pop().remember(shown, now), new SystemAct.ShowPreview(proposal))
          .about(proposal.request());
    }
    if (proposal.risk() == Risk.LOW && proposal.due() == null) {
      return confirmed(dialogue.pop(), proposal);
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
    var proposal = frame.proposal();
    var started = Later.begun(proposal, input);
    var after =
        proposal.due() == null
            ? Sequence.startedBefore(dialogue.pop(), request, input.executionId(), catalog)
            : dialogue.pop();
    return resume(after.remember(request.asked(Manner.PLAIN), now), started).about(request);
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
              var step = perform(Sequence.lifted(dialogue, frame), frame.proposal());
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
                        Sequence.lifted(dialogue, frame),
                        new SystemAct.RejectedBy(frame.proposal(), input.by()))
                    .about(frame.proposal().request()))
        .orElseGet(() -> Step.of(dialogue));
  }

  @Override
  public Step answered(Answered input) {
    if (input.saying() instanceof SystemAct.NotUnderstood puzzled
        && !puzzled.again()
        && !puzzled.near().isEmpty()) {
      return Step.of(dialogue.push(new Frame.Choosing(puzzled.near())), puzzled);
    }
    if (input.saying() instanceof SystemAct.AskWhichRun which) {
      return Step.of(dialogue.push(new Frame.ChoosingRun(which.runs())), which);
    }
    if (input.saying() instanceof SystemAct.NotCancelled which && !which.these().isEmpty()) {
      return Step.of(dialogue.push(new Frame.ChoosingRun(which.these())), which);
    }
    return resume(dialogue, input.saying());
  }

  @Override
  public Step ended(Ended input) {
    return Sequence.ended(dialogue, input);
  }

  /** A step, and what may begin now that nothing else is asked. */
  Step andNext(Step step) {
    return Sequence.due(step, catalog, now)
        .map(next -> begin(next.rest(), next.draft()).after(step))
        .orElse(step);
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
            || Sequence.isNext(top);
    return cutOff ? settled(unsettled.pop()) : unsettled;
  }

  @Override
  public Step begin(Dialogue on, Draft draft, List<Draft> further) {
    return begin(Sequence.add(on, further), draft);
  }

  @Override
  public Step begin(Dialogue on, Draft draft) {
    return Bounds.within(
        policy.depth(),
        Step.of(on.push(new Frame.Judging(draft)), new SystemAct.AskPermission(draft.request()))
            .about(draft.request()));
  }

  @Override
  public Step offerable(DialogueInput.Offerable input) {
    if (input.options().isEmpty()) {
      return resume(dialogue, new SystemAct.NotUnderstood());
    }
    var choosing = new Frame.Choosing(input.options());
    return Step.of(dialogue.push(choosing), WhileChoosing.offer(choosing));
  }

  @Override
  public Step overridden(DialogueInput.Overridden input) {
    var on = Freezing.withoutExpired(settled(dialogue), now);
    return Freezing.find(on)
        .map(
            frame ->
                begin(Freezing.without(on), frame.draft().asked(Manner.overriding(input.reason()))))
        .orElseGet(() -> resume(on, new SystemAct.NothingStands()));
  }

  @Override
  public Step whatIf(DialogueInput.WhatIf input) {
    var on = Freezing.withoutExpired(settled(dialogue), now);
    var top = on.top().orElse(null);
    var standing = top == null ? Optional.<Proposal>empty() : Proving.proposal(top);
    if (standing.isPresent()) {
      return resume(on, new SystemAct.ShowPreview(standing.get()));
    }
    if (top instanceof Frame.Collecting frame) {
      var intent = frame.draft().request().intent();
      return resume(on, new SystemAct.GiveHelp(List.of(intent), true));
    }
    return on.recent(now.minus(policy.remembers()))
        .map(request -> begin(on, new Draft(request, List.of()).asked(Manner.DRY)))
        .orElseGet(() -> resume(on, new SystemAct.NothingStands()));
  }

  @Override
  public Step codeGiven(DialogueInput.CodeGiven input) {
    if (!(dialogue.top().orElse(null) instanceof Frame.Proving frame)) {
      return Step.of(dialogue);
    }
    return now.isBefore(frame.expiresAt())
        ? Step.of(dialogue, new SystemAct.CheckCode()).about(frame.proposal().request())
        : resume(dialogue.pop(), new SystemAct.ConfirmationExpired(frame.proposal()));
  }

  @Override
  public Step codeChecked(DialogueInput.CodeChecked input) {
    if (!(dialogue.top().orElse(null) instanceof Frame.Proving frame)) {
      return Step.of(dialogue);
    }
    var request = frame.proposal().request();
    if (!now.isBefore(frame.expiresAt())) {
      return resume(dialogue.pop(), new SystemAct.ConfirmationExpired(frame.proposal()));
    }
    if (!input.accepted()) {
      return input.locked()
          ? cannotRun(request, input.explanation())
          : Step.of(dialogue, Proving.ask(frame, input.explanation())).about(request);
    }
    var step = proven(dialogue.pop(), frame.proposal());
    return input.explanation().isEmpty()
        ? step
        : step.saying(new SystemAct.Remark(input.explanation()));
  }

  @Override
  public Step takenUp(DialogueInput.TakenUp input) {
    return begin(Freezing.withoutExpired(settled(dialogue), now), input.draft());
  }

  @Override
  public Step carriedOff(DialogueInput.CarriedOff input) {
    return Movable.of(dialogue, now)
        .map(
            draft ->
                resume(
                        dialogue.pop(),
                        new SystemAct.Remark("You go on with this in " + input.to() + "."))
                    .about(draft.request()))
        .orElseGet(() -> Step.of(dialogue));
  }

  @Override
  public Step confirmed(Dialogue on, Proposal proposal) {
    if (!proposal.terms().code()) {
      return proven(on, proposal);
    }
    var proving = new Frame.Proving(proposal, now.plus(policy.confirmationLasts()));
    return Step.of(on.push(proving), Proving.ask(proving, "")).about(proposal.request());
  }

  private Step proven(Dialogue on, Proposal proposal) {
    return proposal.risk() == Risk.CRITICAL ? requestApproval(on, proposal) : perform(on, proposal);
  }

  private Step perform(Dialogue on, Proposal proposal) {
    return Step.of(on.push(new Frame.Performing(proposal)), new SystemAct.Perform(proposal))
        .about(proposal.request());
  }

  private Step requestApproval(Dialogue on, Proposal proposal) {
    return Step.of(on.push(new Frame.Performing(proposal)), new SystemAct.RequestApproval(proposal))
        .about(proposal.request());
  }

  @Override
  public Step resume(Dialogue on, SystemAct said) {
    var acts = new ArrayList<SystemAct>();
    acts.add(said);
    var top = on.top().orElse(null);
    if (Sequence.isNext(top)) {
      var left = new SystemAct.LeaveOut(Sequence.next(on));
      return resume(Sequence.withoutNext(on), left).saying(said);
    }
    if (top instanceof Frame.Collecting frame) {
      acts.add(Questions.again(frame, Why.STILL));
    } else if (top instanceof Frame.Confirming frame) {
      if (!now.isBefore(frame.expiresAt())) {
        return resume(on.pop(), said);
      }
      acts.add(new AskConfirmation(frame.proposal(), frame.expiresAt(), true));
    } else if (top instanceof Frame.Proving frame) {
      if (!now.isBefore(frame.expiresAt())) {
        return resume(on.pop(), said);
      }
      acts.add(Proving.ask(frame, ""));
    } else if (top instanceof Frame.Approving frame) {
      if (!now.isBefore(frame.expiresAt())) {
        return resume(on.pop(), said).then(new SystemAct.WithdrawApproval(frame.approval()));
      }
      acts.add(Approving.told(frame, true));
    } else if (top instanceof Frame.Choosing || top instanceof Frame.ChoosingRun) {
      return resume(on.pop(), said);
    }
    return new Step(on, acts, null);
  }
}
