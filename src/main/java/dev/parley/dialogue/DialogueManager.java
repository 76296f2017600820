package dev.parley.dialogue;

import dev.parley.dialogue.DialogueInput.Answered;
import dev.parley.dialogue.DialogueInput.Approved;
import dev.parley.dialogue.DialogueInput.Awaiting;
import dev.parley.dialogue.DialogueInput.Begun;
import dev.parley.dialogue.DialogueInput.Heard;
import dev.parley.dialogue.DialogueInput.Judged;
import dev.parley.dialogue.DialogueInput.Planned;
import dev.parley.dialogue.DialogueInput.Rejected;
import dev.parley.dialogue.DialogueInput.Unplannable;
import dev.parley.dialogue.DialogueInput.Withheld;
import dev.parley.dialogue.SystemAct.AskConfirmation;
import dev.parley.dialogue.SystemAct.AskSlot;
import dev.parley.dialogue.SystemAct.Why;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import dev.parley.intent.Slot;
import dev.parley.understanding.Expectation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what to do next: a pure function of a dialogue, an input and the time. Whatever makes the
 * assistant safe is decided here: nothing is performed without a yes to exactly the proposal that
 * was shown, a yes serves once and not after it expired, and a changed request is shown again.
 */
public final class DialogueManager {
  private final DialoguePolicy policy;

  public DialogueManager(DialoguePolicy policy) {
    this.policy = policy;
  }

  /** What an input leads to. The same arguments always lead to the same step. */
  public Step step(Dialogue dialogue, DialogueInput input, IntentCatalog catalog, Instant now) {
    return input.on(new Turn(dialogue, catalog, now));
  }

  /** What the dialogue waits for. */
  public Expectation expectation(Dialogue dialogue, IntentCatalog catalog, Instant now) {
    var top = dialogue.top().orElse(null);
    if (top instanceof Frame.Collecting frame) {
      var intent = catalog.find(frame.draft().request().intent()).orElse(null);
      var slot = intent == null ? null : intent.slot(frame.asked()).orElse(null);
      return new Expectation(intent, slot, frame.choices(), false);
    }
    if (top instanceof Frame.Confirming frame && now.isBefore(frame.expiresAt())) {
      return awaitingYes(frame.proposal(), catalog);
    }
    if (top instanceof Frame.Approving frame && now.isBefore(frame.expiresAt())) {
      return awaitingYes(frame.proposal(), catalog);
    }
    return Expectation.none();
  }

  private static Expectation awaitingYes(Proposal proposal, IntentCatalog catalog) {
    var intent = catalog.find(proposal.request().intent()).orElse(null);
    return new Expectation(intent, null, List.of(), true);
  }

  /** One input, with what is needed to answer it. */
  private final class Turn implements DialogueInput.Cases<Step>, Requests {
    private final Dialogue dialogue;
    private final IntentCatalog catalog;
    private final Instant now;

    Turn(Dialogue dialogue, IntentCatalog catalog, Instant now) {
      this.dialogue = dialogue;
      this.catalog = catalog;
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
      var question = firstQuestion(intent, draft);
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
      if (proposal.risk() == Risk.LOW) {
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
      return resume(
              dialogue.pop().remember(request, now),
              new SystemAct.Start(frame.proposal(), input.executionId()))
          .about(request);
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

    /** Frames that last no longer than a message are left only by a message that was cut off. */
    private Dialogue settled(Dialogue unsettled) {
      var top = unsettled.top().orElse(null);
      boolean cutOff =
          top instanceof Frame.Judging
              || top instanceof Frame.Planning
              || top instanceof Frame.Performing;
      return cutOff ? settled(unsettled.pop()) : unsettled;
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
      return Step.of(
              on.push(new Frame.Performing(proposal)), new SystemAct.RequestApproval(proposal))
          .about(proposal.request());
    }

    @Override
    public Step resume(Dialogue on, SystemAct said) {
      var acts = new ArrayList<SystemAct>();
      acts.add(said);
      var top = on.top().orElse(null);
      if (top instanceof Frame.Collecting frame) {
        acts.add(still(frame, Why.STILL));
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

  /** What {@link Hearing} hands back to the manager. */
  interface Requests {
    /** Goes on with a request: permission first, then its questions, then its plan. */
    Step begin(Dialogue on, Draft draft);

    /** Has a proposal run; its confirmation is already gone from the agenda. */
    Step perform(Dialogue on, Proposal proposal);

    /** Has a second person asked for a proposal that its person confirmed. */
    Step requestApproval(Dialogue on, Proposal proposal);

    /** Says something and brings up again what is still open beneath. */
    Step resume(Dialogue on, SystemAct said);
  }

  /** The question of a frame again. */
  static AskSlot still(Frame.Collecting frame, Why why) {
    return new AskSlot(frame.draft().request(), frame.asked(), why, "", frame.choices());
  }

  private static Optional<AskSlot> firstQuestion(Intent intent, Draft draft) {
    return intent.slots().stream().flatMap(slot -> question(slot, draft).stream()).findFirst();
  }

  private static Optional<AskSlot> question(Slot slot, Draft draft) {
    ActionRequest request = draft.request();
    var trouble = draft.trouble(slot.name());
    if (trouble.isPresent()) {
      var t = trouble.get();
      var why = t.kind() == Draft.Trouble.Kind.UNKNOWN ? Why.UNKNOWN : Why.AMBIGUOUS;
      return Optional.of(new AskSlot(request, slot.name(), why, t.spoken(), t.choices()));
    }
    var values = request.canonical(slot.name());
    if (values.isEmpty() && slot.required()) {
      return Optional.of(new AskSlot(request, slot.name(), Why.MISSING, "", List.of()));
    }
    if (values.size() > 1 && !slot.many()) {
      return Optional.of(
          new AskSlot(request, slot.name(), Why.SEVERAL, String.join(", ", values), values));
    }
    return Optional.empty();
  }
}
