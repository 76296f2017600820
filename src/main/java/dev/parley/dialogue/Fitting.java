package dev.parley.dialogue;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotValue;
import java.util.Optional;

/**
 * Drops what a dialogue is in the middle of when the catalogue no longer offers it, or takes other
 * slots for it: intents change while people talk.
 */
final class Fitting implements Frame.Cases<Optional<ActionRequest>> {
  private final IntentCatalog catalog;

  Fitting(IntentCatalog catalog) {
    this.catalog = catalog;
  }

  Step step(Dialogue dialogue) {
    var step = Step.of(dialogue);
    for (var frame : dialogue.agenda()) {
      var unfit = frame.on(this);
      if (unfit.isPresent() && step.next().agenda().contains(frame)) {
        var lifted = Sequence.lifted(step.next(), frame);
        var left = Sequence.next(lifted);
        var dropped = new Step(Sequence.withoutNext(lifted), step.acts(), null);
        step = dropped.then(new SystemAct.CannotRun(unfit.get(), sentence(unfit.get())));
        step = left.isEmpty() ? step : step.then(new SystemAct.LeaveOut(left));
        if (frame instanceof Frame.Approving approving) {
          step = step.then(new SystemAct.WithdrawApproval(approving.approval()));
        }
      }
    }
    return step;
  }

  private static String sentence(ActionRequest request) {
    return "What we had begun (%s) is dropped, because it can no longer be asked for in that way."
        .formatted(request.exactForm());
  }

  @Override
  public Optional<ActionRequest> collecting(Frame.Collecting frame) {
    var request = frame.draft().request();
    boolean fits =
        catalog
            .find(request.intent())
            .filter(intent -> intent.slot(frame.asked()).isPresent() && takes(intent, request))
            .isPresent();
    return fits ? Optional.empty() : Optional.of(request);
  }

  private static boolean takes(Intent intent, ActionRequest request) {
    return request.slots().entrySet().stream()
        .allMatch(
            entry ->
                intent
                    .slot(entry.getKey())
                    .filter(slot -> entry.getValue().stream().allMatch(v -> isOf(slot, v)))
                    .isPresent());
  }

  /** Names are looked up again when it runs; what has a form must have that of the type. */
  private static boolean isOf(Slot slot, SlotValue value) {
    return switch (slot.type().kind()) {
      case NUMBER, PATTERN -> SlotForms.canonical(slot.type(), value.canonical()).isPresent();
      case CLOSED -> !value.canonical().startsWith("-");
      case TIME, TEXT -> true;
    };
  }

  /** A changed action is withheld by its fingerprint; only one that is gone is dropped here. */
  @Override
  public Optional<ActionRequest> confirming(Frame.Confirming frame) {
    return gone(frame.proposal().request());
  }

  @Override
  public Optional<ActionRequest> approving(Frame.Approving frame) {
    return gone(frame.proposal().request());
  }

  @Override
  public Optional<ActionRequest> proving(Frame.Proving frame) {
    return gone(frame.proposal().request());
  }

  @Override
  public Optional<ActionRequest> frozen(Frame.Frozen frame) {
    var request = frame.draft().request();
    return catalog.find(request.intent()).filter(intent -> takes(intent, request)).isPresent()
        ? Optional.empty()
        : Optional.of(request);
  }

  /** Fewer options would have other numbers than those that were shown. */
  @Override
  public Optional<ActionRequest> choosing(Frame.Choosing frame) {
    return frame.options().stream()
        .map(Draft::request)
        .filter(request -> catalog.find(request.intent()).isEmpty())
        .findFirst();
  }

  @Override
  public Optional<ActionRequest> waiting(Frame.Waiting frame) {
    var request = frame.draft().request();
    return catalog.find(request.intent()).filter(intent -> takes(intent, request)).isPresent()
        ? Optional.empty()
        : Optional.of(request);
  }

  /** What runs can be stopped whatever the catalogue says now. */
  @Override
  public Optional<ActionRequest> choosingRun(Frame.ChoosingRun frame) {
    return Optional.empty();
  }

  private Optional<ActionRequest> gone(ActionRequest request) {
    return catalog.find(request.intent()).isEmpty() ? Optional.of(request) : Optional.empty();
  }

  @Override
  public Optional<ActionRequest> learning(Frame.Learning frame) {
    return gone(frame.meaning());
  }

  @Override
  public Optional<ActionRequest> judging(Frame.Judging frame) {
    return Optional.empty();
  }

  @Override
  public Optional<ActionRequest> planning(Frame.Planning frame) {
    return Optional.empty();
  }

  @Override
  public Optional<ActionRequest> performing(Frame.Performing frame) {
    return Optional.empty();
  }
}
