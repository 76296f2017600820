package dev.parley.dialogue;

import dev.parley.dialogue.Frame.Choosing;
import dev.parley.dialogue.Frame.Collecting;
import dev.parley.dialogue.Frame.Confirming;
import dev.parley.intent.Manner;
import dev.parley.intent.Slot;
import dev.parley.understanding.SlotQuestions;
import java.util.List;
import java.util.Optional;

/** What one message leads to, by what the dialogue waits for. */
final class Hearing {
  private final Situation here;

  Hearing(Situation here) {
    this.here = here;
  }

  Step step() {
    var top = here.dialogue().top().orElse(null);
    if (top instanceof Confirming confirming && !here.now().isBefore(confirming.expiresAt())) {
      return afterExpiry(new SystemAct.ConfirmationExpired(confirming.proposal()));
    }
    if (top instanceof Frame.Approving approving && !here.now().isBefore(approving.expiresAt())) {
      return afterExpiry(new SystemAct.ApprovalExpired(approving.proposal()))
          .then(new SystemAct.WithdrawApproval(approving.approval()));
    }
    if (top instanceof Frame.Proving proving && !here.now().isBefore(proving.expiresAt())) {
      return afterExpiry(new SystemAct.ConfirmationExpired(proving.proposal()));
    }
    if (here.reading().objection() != null) {
      return here.resume(new SystemAct.Object(here.reading().objection()));
    }
    if (top instanceof Frame.Learning frame) {
      return new WhileLearning(here).step(frame);
    }
    if (top instanceof Frame.ChoosingRun frame) {
      return new WhileChoosing(here).step(frame);
    }
    var courtesy = courtesy();
    if (courtesy.isPresent()) {
      return here.resume(courtesy.get());
    }
    var deed = deed();
    if (deed.isPresent()) {
      return Step.of(here.dialogue(), deed.get());
    }
    var afresh = new Changing(here).afresh();
    if (afresh.isPresent()) {
      return afresh.get();
    }
    if (top instanceof Confirming frame) {
      return new WhileConfirming(here).step(frame);
    }
    if (top instanceof Frame.Approving frame) {
      return new WhileConfirming(here).step(frame);
    }
    if (top instanceof Frame.Proving frame) {
      return new WhileConfirming(here).step(frame);
    }
    if (top instanceof Collecting frame) {
      return new WhileCollecting(here).step(frame);
    }
    if (top instanceof Choosing frame) {
      return new WhileChoosing(here).step(frame);
    }
    return new WhileIdle(here).step();
  }

  /** A request that is only to be shown; what stands goes on standing. */
  Step dry() {
    if (here.reading().objection() != null) {
      return here.resume(new SystemAct.Object(here.reading().objection()));
    }
    return here.named()
        .map(intent -> here.begin(here.freshDraft(intent).asked(Manner.DRY)))
        .orElseGet(() -> here.resume(new SystemAct.NotUnderstood()));
  }

  /** A late answer confirms nothing; anything else is heard as if nothing stood. */
  private Step afterExpiry(SystemAct.Saying expired) {
    boolean answer =
        switch (here.reading().act()) {
          case AFFIRM, DENY, CANCEL, CORRECT -> true;
          default -> false;
        };
    return answer ? here.leave(expired) : afterwards(here.dialogue().pop());
  }

  /** What was to follow what expired is left out. */
  private Step afterwards(Dialogue left) {
    var next = Sequence.next(left);
    var rest = Sequence.withoutNext(left);
    var step = new Hearing(here.on(rest)).step();
    return next.isEmpty() ? step : step.saying(new SystemAct.LeaveOut(next));
  }

  private Optional<SystemAct> courtesy() {
    return switch (here.reading().act()) {
      case HELP -> Optional.of(HelpSubject.of(here.reading(), here.catalog()));
      case GREET -> Optional.of(new SystemAct.Greet());
      case THANK -> Optional.of(new SystemAct.AcceptThanks());
      case PAUSE -> Optional.of(new SystemAct.Pause());
      case WHO_AM_I -> Optional.of(new SystemAct.TellIdentity());
      case CHOICES -> choices();
      case PENDING -> Optional.of(new SystemAct.TellPending(Sequence.following(here.dialogue())));
      default -> Optional.empty();
    };
  }

  private Optional<SystemAct> choices() {
    var request = here.pending().orElse(null);
    var intent = here.pending().flatMap(r -> here.catalog().find(r.intent()));
    var asked =
        here.dialogue().top().orElse(null) instanceof Collecting frame
            ? intent.flatMap(i -> i.slot(frame.asked()))
            : Optional.<Slot>empty();
    return SlotQuestions.of(here.reading().text(), intent.orElse(null), asked.orElse(null))
        .map(type -> new SystemAct.TellChoices(type, request));
  }

  /** What is done with the world whatever the dialogue is in the middle of. */
  private Optional<SystemAct> deed() {
    return switch (here.reading().act()) {
      case APPROVE -> Optional.of(new SystemAct.SettleApproval(true, here.reading().text()));
      case REJECT -> Optional.of(new SystemAct.SettleApproval(false, here.reading().text()));
      case STOP_RUNNING -> Optional.of(new SystemAct.StopRun(here.reading().text(), List.of()));
      case CANCEL_SCHEDULED -> Optional.of(new SystemAct.CancelScheduled(here.reading()));
      default -> Optional.empty();
    };
  }
}
