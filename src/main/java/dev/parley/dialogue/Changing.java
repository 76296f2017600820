package dev.parley.dialogue;

import dev.parley.intent.Intent;
import dev.parley.understanding.DialogueAct;
import dev.parley.understanding.Link;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a message does to the request that is open: changes it, replaces it, begins it afresh, or
 * puts another before it.
 */
final class Changing {
  private final Situation here;

  Changing(Situation here) {
    this.here = here;
  }

  /** The pending request once more, without anything that it had. */
  Optional<Step> afresh() {
    return here.pending()
        .filter(request -> here.reading().act() == DialogueAct.START_OVER)
        .flatMap(request -> here.catalog().find(request.intent()))
        .map(intent -> here.beginInstead(Situation.draft(intent, List.of())))
        .map(this::withoutApproval);
  }

  /** The pending request with what the message names in it; a yes that names something too. */
  Optional<Step> changed(Draft draft) {
    var pending = here.catalog().find(draft.request().intent());
    var asked = here.named();
    if (pending.isEmpty() || asked.filter(i -> !i.equals(pending.get())).isPresent()) {
      return Optional.empty();
    }
    if (here.reading().exact()) {
      return asked.map(intent -> here.beginInstead(here.freshDraft(intent)));
    }
    boolean same = asked.isPresent();
    if (!same && !SlotFilling.fits(pending.get(), here.reading().entities())) {
      return Optional.empty();
    }
    return Optional.of(
        here.beginInstead(
            SlotFilling.fill(
                pending.get(), draft, here.reading().entities(), here.reading().link().change()),
            here.further()));
  }

  /**
   * Another request: it comes first, and what was open comes up again afterwards; unless it is said
   * to be wanted instead.
   */
  Optional<Step> askedSomethingElse() {
    return here.named()
        .map(
            intent -> instead(intent).orElseGet(() -> here.begin(besides(intent), here.further())));
  }

  /** What is only looked at in between is of what is being put together, where it names nothing. */
  private Draft besides(Intent intent) {
    var draft = here.freshDraft(intent);
    var pending = here.pending();
    var from = pending.flatMap(request -> here.catalog().find(request.intent()));
    boolean bare = draft.request().slots().isEmpty() && draft.troubles().isEmpty();
    return bare
            && intent.onlyReads()
            && from.isPresent()
            && Questions.first(intent, draft).isPresent()
        ? new References(pending.get(), from.get(), null, Set.of(Link.Pointer.THEM))
            .fill(intent, draft)
        : draft;
  }

  /** The values of the pending request go over to the one that replaces it. */
  private Optional<Step> instead(Intent intent) {
    var pending = here.pending();
    if (pending.isEmpty() || !here.reading().link().instead()) {
      return Optional.empty();
    }
    var from = here.catalog().find(pending.get().intent());
    return from.map(f -> References.carried(pending.get(), f, intent))
        .filter(carried -> !carried.request().slots().isEmpty())
        .map(carried -> SlotFilling.fill(intent, carried, here.reading().entities()))
        .map(draft -> here.beginInstead(draft, here.further()))
        .map(this::withoutApproval);
  }

  /** Nobody can approve any more what was replaced. */
  private Step withoutApproval(Step step) {
    return here.dialogue().top().orElse(null) instanceof Frame.Approving frame
        ? step.then(new SystemAct.WithdrawApproval(frame.approval()))
        : step;
  }
}
