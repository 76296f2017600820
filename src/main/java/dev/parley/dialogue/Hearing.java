package dev.parley.dialogue;

import dev.parley.dialogue.Frame.Choosing;
import dev.parley.dialogue.Frame.Collecting;
import dev.parley.dialogue.Frame.Confirming;
import dev.parley.dialogue.SystemAct.AskConfirmation;
import dev.parley.dialogue.SystemAct.Why;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Manner;
import dev.parley.intent.Risk;
import dev.parley.intent.Slot;
import dev.parley.intent.TargetName;
import dev.parley.understanding.DialogueAct;
import dev.parley.understanding.Entity;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.Link;
import dev.parley.understanding.ScoredIntent;
import dev.parley.understanding.SlotQuestions;
import dev.parley.understanding.Zone;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one message leads to, by what the dialogue waits for. */
final class Hearing {
  private static final int READINGS_OFFERED = 3;
  private static final int READINGS_LOOKED_AT = 5;

  private final Interpretation reading;
  private final Dialogue dialogue;
  private final IntentCatalog catalog;
  private final DialoguePolicy policy;
  private final Instant now;
  private final Requests requests;

  Hearing(
      Interpretation reading,
      Dialogue dialogue,
      IntentCatalog catalog,
      DialoguePolicy policy,
      Instant now,
      Requests requests) {
    this.reading = reading;
    this.dialogue = dialogue;
    this.catalog = catalog;
    this.policy = policy;
    this.now = now;
    this.requests = requests;
  }

  Step step() {
    var top = dialogue.top().orElse(null);
    if (top instanceof Confirming confirming && !now.isBefore(confirming.expiresAt())) {
      return afterExpiry(new SystemAct.ConfirmationExpired(confirming.proposal()));
    }
    if (top instanceof Frame.Approving approving && !now.isBefore(approving.expiresAt())) {
      return afterExpiry(new SystemAct.ApprovalExpired(approving.proposal()))
          .then(new SystemAct.WithdrawApproval(approving.approval()));
    }
    if (top instanceof Frame.Proving proving && !now.isBefore(proving.expiresAt())) {
      return afterExpiry(new SystemAct.ConfirmationExpired(proving.proposal()));
    }
    if (reading.objection() != null) {
      return requests.resume(dialogue, new SystemAct.Object(reading.objection()));
    }
    if (top instanceof Frame.ChoosingRun frame) {
      return whileChoosingRun(frame);
    }
    var courtesy = courtesy();
    if (courtesy.isPresent()) {
      return requests.resume(dialogue, courtesy.get());
    }
    var deed = deed();
    if (deed.isPresent()) {
      return Step.of(dialogue, deed.get());
    }
    var afresh = afresh();
    if (afresh.isPresent()) {
      return afresh.get();
    }
    if (top instanceof Confirming frame) {
      return whileConfirming(frame);
    }
    if (top instanceof Frame.Approving frame) {
      return whileApproving(frame);
    }
    if (top instanceof Frame.Proving frame) {
      return whileProving(frame);
    }
    if (top instanceof Collecting frame) {
      return whileCollecting(frame);
    }
    if (top instanceof Choosing frame) {
      return whileChoosing(frame);
    }
    return whileIdle();
  }

  /** A late answer confirms nothing; anything else is heard as if nothing stood. */
  private Step afterExpiry(SystemAct.Saying expired) {
    boolean answer =
        switch (reading.act()) {
          case AFFIRM, DENY, CANCEL, CORRECT -> true;
          default -> false;
        };
    return answer ? requests.resume(dialogue.pop(), expired) : afterwards(dialogue.pop());
  }

  /** What was to follow what expired is left out. */
  private Step afterwards(Dialogue left) {
    var next = Sequence.next(left);
    var rest = Sequence.withoutNext(left);
    var step = new Hearing(reading, rest, catalog, policy, now, requests).step();
    return next.isEmpty() ? step : step.saying(new SystemAct.LeaveOut(next));
  }

  private Optional<SystemAct> courtesy() {
    return switch (reading.act()) {
      case HELP -> Optional.of(HelpSubject.of(reading, catalog));
      case GREET -> Optional.of(new SystemAct.Greet());
      case THANK -> Optional.of(new SystemAct.AcceptThanks());
      case PAUSE -> Optional.of(new SystemAct.Pause());
      case WHO_AM_I -> Optional.of(new SystemAct.TellIdentity());
      case CHOICES -> choices();
      case PENDING -> Optional.of(new SystemAct.TellPending(Sequence.following(dialogue)));
      default -> Optional.empty();
    };
  }

  private Optional<SystemAct> choices() {
    var request = pending().orElse(null);
    var intent = pending().flatMap(r -> catalog.find(r.intent()));
    var asked =
        dialogue.top().orElse(null) instanceof Collecting frame
            ? intent.flatMap(i -> i.slot(frame.asked()))
            : Optional.<Slot>empty();
    return SlotQuestions.of(reading.text(), intent.orElse(null), asked.orElse(null))
        .map(type -> new SystemAct.TellChoices(type, request));
  }

  /** What is done with the world whatever the dialogue is in the middle of. */
  private Optional<SystemAct> deed() {
    return switch (reading.act()) {
      case APPROVE -> Optional.of(new SystemAct.SettleApproval(true, reading.text()));
      case REJECT -> Optional.of(new SystemAct.SettleApproval(false, reading.text()));
      case STOP_RUNNING -> Optional.of(new SystemAct.StopRun(reading.text(), List.of()));
      case CANCEL_SCHEDULED -> Optional.of(new SystemAct.CancelScheduled(reading));
      default -> Optional.empty();
    };
  }

  /** The pending request once more, without anything that it had. */
  private Optional<Step> afresh() {
    return pending()
        .filter(request -> reading.act() == DialogueAct.START_OVER)
        .flatMap(request -> catalog.find(request.intent()))
        .map(intent -> requests.begin(dialogue.pop(), draft(intent, List.of())))
        .map(this::withoutApproval);
  }

  private Step whileConfirming(Confirming frame) {
    var request = frame.proposal().request();
    if (frame.proposal().risk() == Risk.CRITICAL) {
      if (TargetName.of(frame.proposal()).isTypedIn(reading.text())) {
        return requests.confirmed(dialogue.pop(), frame.proposal());
      }
      if (onlyAName()) {
        return askAgain(frame);
      }
    } else if (reading.act() == DialogueAct.AFFIRM && reading.bare()) {
      return requests.confirmed(dialogue.pop(), frame.proposal());
    }
    if (turnedDown()) {
      return requests.resume(dialogue.pop(), new SystemAct.Cancelled(request));
    }
    return changed(new Draft(request, List.of()))
        .or(this::askedSomethingElse)
        .orElseGet(() -> askAgain(frame));
  }

  private Step askAgain(Confirming frame) {
    return Step.of(dialogue, new AskConfirmation(frame.proposal(), frame.expiresAt(), true))
        .about(frame.proposal().request());
  }

  /** A name alone is the target's, typed again or mistyped, and no change of the request. */
  private boolean onlyAName() {
    boolean plain = reading.act() == DialogueAct.INFORM || reading.act() == DialogueAct.CORRECT;
    return plain
        && reading.intent().isEmpty()
        && reading.entities().size() == 1
        && reading.entities().get(0).text().equalsIgnoreCase(reading.text().strip());
  }

  private Step whileApproving(Frame.Approving frame) {
    var request = frame.proposal().request();
    var withdraw = new SystemAct.WithdrawApproval(frame.approval());
    if (turnedDown()) {
      return requests.resume(dialogue.pop(), new SystemAct.Cancelled(request)).then(withdraw);
    }
    var still = Step.of(dialogue, Approving.told(frame, true)).about(request);
    return onlyAName()
        ? still
        : changed(new Draft(request, List.of()))
            .map(step -> step.then(withdraw))
            .or(this::askedSomethingElse)
            .orElse(still);
  }

  /** Nothing but the code goes on; it does not come here. */
  private Step whileProving(Frame.Proving frame) {
    var request = frame.proposal().request();
    if (turnedDown()) {
      return requests.resume(dialogue.pop(), new SystemAct.Cancelled(request));
    }
    return changed(new Draft(request, List.of()))
        .or(this::askedSomethingElse)
        .orElseGet(() -> Step.of(dialogue, Proving.ask(frame, "")).about(request));
  }

  /** A request that is only to be shown; what stands goes on standing. */
  Step dry() {
    if (reading.objection() != null) {
      return requests.resume(dialogue, new SystemAct.Object(reading.objection()));
    }
    return named()
        .map(intent -> requests.begin(dialogue, freshDraft(intent).asked(Manner.DRY)))
        .orElseGet(() -> requests.resume(dialogue, new SystemAct.NotUnderstood()));
  }

  private Step whileCollecting(Collecting frame) {
    if (turnedDown()) {
      return requests.resume(dialogue.pop(), new SystemAct.Cancelled(frame.draft().request()));
    }
    return stillUnknown(frame)
        .or(() -> changed(frame.draft()))
        .or(this::askedSomethingElse)
        .orElseGet(() -> unusable(frame));
  }

  /** An answer with another name that does not exist: shown with near ones, a few times. */
  private Optional<Step> stillUnknown(Collecting frame) {
    var pending = catalog.find(frame.draft().request().intent());
    if (pending.isEmpty() || named().isPresent()) {
      return Optional.empty();
    }
    var next = SlotFilling.fill(pending.get(), frame.draft(), reading.entities());
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
    if (tries >= policy.tries()) {
      return givenUp(next.request());
    }
    var again = new Collecting(next, frame.asked(), ask.choices(), tries);
    return Step.of(dialogue.replaceTop(again), ask).about(next.request());
  }

  private Step givenUp(ActionRequest request) {
    return requests.resume(dialogue.pop(), new SystemAct.GiveUp(request)).about(request);
  }

  private Step unusable(Collecting frame) {
    var request = frame.draft().request();
    int tries = frame.tries() + 1;
    if (tries >= policy.tries()) {
      return givenUp(request);
    }
    var again = new Collecting(frame.draft(), frame.asked(), frame.choices(), tries);
    return Step.of(dialogue.replaceTop(again), Questions.again(again, Why.UNUSABLE)).about(request);
  }

  private Step whileChoosing(Choosing frame) {
    if (turnedDown()) {
      return requests.resume(dialogue.pop(), new SystemAct.OfferDropped());
    }
    var picked = Choice.pick(reading.text(), labels(frame));
    if (picked.isPresent()) {
      return requests.begin(dialogue.pop(), frame.options().get(picked.get()));
    }
    if (reading.act() == DialogueAct.AFFIRM && reading.bare()) {
      return Step.of(dialogue, offer(frame));
    }
    return ofWhatIsOffered(frame)
        .orElseGet(
            () -> new Hearing(reading, dialogue.pop(), catalog, policy, now, requests).step());
  }

  /** "restart it", of what the offer is about; also what it does not hold. */
  private Optional<Step> ofWhatIsOffered(Choosing frame) {
    boolean pointsBack = !reading.link().pointers().isEmpty() || reading.entities().isEmpty();
    var focus =
        frame.options().stream()
            .map(Draft::request)
            .max(Comparator.comparingInt(request -> request.slots().size()))
            .filter(request -> pointsBack && !reading.exact() && !request.slots().isEmpty());
    var from = focus.flatMap(request -> catalog.find(request.intent()));
    if (focus.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    return named()
        .or(() -> called(focus.get(), from.get()))
        .map(
            intent ->
                SlotFilling.fill(
                    intent,
                    References.carried(focus.get(), from.get(), intent),
                    reading.entities()))
        .map(draft -> requests.begin(dialogue.pop(), draft, further()));
  }

  /** "the restart", of what takes the same things. */
  private Optional<Intent> called(ActionRequest focus, Intent from) {
    var alike =
        catalog.all().stream()
            .filter(
                intent ->
                    References.carried(focus, from, intent)
                        .request()
                        .slots()
                        .keySet()
                        .containsAll(focus.slots().keySet()))
            .toList();
    return Choice.pick(reading.text(), alike.stream().map(i -> List.of(i.name())).toList())
        .filter(picked -> reading.act() == DialogueAct.INFORM)
        .map(alike::get);
  }

  private List<List<String>> labels(Choosing frame) {
    return frame.options().stream()
        .map(option -> catalog.find(option.request().intent()))
        .map(intent -> intent.map(i -> List.of(i.name(), i.summary())).orElse(List.of()))
        .toList();
  }

  static SystemAct offer(Choosing frame) {
    return new SystemAct.OfferReadings(frame.options().stream().map(Draft::request).toList());
  }

  /** The last request with other values, or once more, or taken back. */
  private Optional<Step> goesOn() {
    var recent = dialogue.recent(now.minus(policy.remembers()));
    boolean again = reading.act() == DialogueAct.AGAIN;
    if (!again && !reading.link().alike() || recent.isEmpty()) {
      return Optional.empty();
    }
    var draft = new Draft(recent.get().without(Slot.WHEN), List.of());
    return catalog
        .find(recent.get().intent())
        .map(intent -> SlotFilling.fill(intent, draft, reading.entities()))
        .map(changed -> requests.begin(dialogue, changed));
  }

  /** What takes back the last request, where its intent declares it. */
  private Optional<Step> takenBack() {
    var recent = dialogue.recent(now.minus(policy.remembers()));
    if (reading.act() != DialogueAct.UNDO || recent.isEmpty()) {
      return Optional.empty();
    }
    var request = recent.get();
    var from = catalog.find(request.intent());
    return Optional.of(
        from.flatMap(intent -> Optional.ofNullable(intent.undo()))
            .flatMap(
                undo ->
                    catalog
                        .find(undo.intent())
                        .map(by -> References.undone(request, from.get(), by, undo)))
            .map(draft -> requests.begin(dialogue, draft))
            .orElseGet(
                () -> requests.resume(dialogue, new SystemAct.CannotUndo(request)).about(request)));
  }

  private Step whileIdle() {
    var further = goesOn().or(this::takenBack);
    if (further.isPresent()) {
      return further.get();
    }
    var named = named();
    if (named.isPresent()) {
      return requests.begin(dialogue, freshDraft(named.get()), further());
    }
    return switch (reading.act()) {
      case AFFIRM, DENY, AGAIN, UNDO, START_OVER ->
          Step.of(dialogue, new SystemAct.NothingStands());
      case CANCEL -> Sequence.cancelled(Freezing.without(dialogue));
      default -> offerOrDecline();
    };
  }

  private Step offerOrDecline() {
    if (reading.zone() != Zone.OFFER || reading.ranking().isEmpty()) {
      var near = Misses.nearest(reading, catalog).stream().map(this::freshDraft).toList();
      return Step.of(dialogue, new SystemAct.Suggest(near, dialogue.misses() > 0));
    }
    var options =
        reading.ranking().stream()
            .limit(READINGS_OFFERED)
            .map(ScoredIntent::intent)
            .flatMap(name -> catalog.find(name).stream())
            .map(this::freshDraft)
            .toList();
    return Step.of(dialogue, new SystemAct.Offer(options));
  }

  private Step whileChoosingRun(Frame.ChoosingRun frame) {
    var picked = reading.exact() ? List.<String>of() : Runs.meant(reading.text(), frame.options());
    if (!picked.isEmpty()) {
      return Step.of(dialogue.pop(), new SystemAct.StopRun(reading.text(), picked));
    }
    if (turnedDown()) {
      return requests.resume(dialogue.pop(), new SystemAct.OfferDropped());
    }
    return new Hearing(reading, dialogue.pop(), catalog, policy, now, requests).step();
  }

  private boolean turnedDown() {
    return reading.act() == DialogueAct.CANCEL
        || reading.act() == DialogueAct.DENY && (reading.bare() || saysOnlyNo());
  }

  /** "no, there is traffic on it": a reason, and nothing that is wanted instead. */
  private boolean saysOnlyNo() {
    boolean awaited =
        dialogue.top().filter(top -> !(top instanceof Collecting)).isPresent()
            && pending().isPresent();
    return awaited
        && !reading.text().endsWith("?")
        && reading.zone() == Zone.DECLINE
        && reading.entities().isEmpty();
  }

  /** The pending request with what the message names in it; a yes that names something too. */
  private Optional<Step> changed(Draft draft) {
    var pending = catalog.find(draft.request().intent());
    var asked = named();
    if (pending.isEmpty() || asked.filter(i -> !i.equals(pending.get())).isPresent()) {
      return Optional.empty();
    }
    if (reading.exact()) {
      return asked.map(intent -> requests.begin(dialogue.pop(), freshDraft(intent)));
    }
    boolean same = asked.isPresent();
    if (!same && !SlotFilling.fits(pending.get(), reading.entities())) {
      return Optional.empty();
    }
    return Optional.of(
        requests.begin(
            dialogue.pop(),
            SlotFilling.fill(pending.get(), draft, reading.entities(), reading.link().change()),
            further()));
  }

  /**
   * Another request: it comes first, and what was open comes up again afterwards; unless it is said
   * to be wanted instead.
   */
  private Optional<Step> askedSomethingElse() {
    return named()
        .map(
            intent ->
                instead(intent)
                    .orElseGet(() -> requests.begin(dialogue, besides(intent), further())));
  }

  /** What is only looked at in between is of what is being put together, where it does not say. */
  private Draft besides(Intent intent) {
    var draft = freshDraft(intent);
    var pending = pending();
    var from = pending.flatMap(request -> catalog.find(request.intent()));
    return intent.onlyReads() && from.isPresent() && Questions.first(intent, draft).isPresent()
        ? new References(pending.get(), from.get(), null, Set.of(Link.Pointer.THEM))
            .fill(intent, draft)
        : draft;
  }

  /** The values of the pending request go over to the one that replaces it. */
  private Optional<Step> instead(Intent intent) {
    var pending = pending();
    if (pending.isEmpty() || !reading.link().instead()) {
      return Optional.empty();
    }
    var from = catalog.find(pending.get().intent());
    return from.map(f -> References.carried(pending.get(), f, intent))
        .filter(carried -> !carried.request().slots().isEmpty())
        .map(carried -> SlotFilling.fill(intent, carried, reading.entities()))
        .map(draft -> requests.begin(dialogue.pop(), draft, further()))
        .map(this::withoutApproval);
  }

  /** Nobody can approve any more what was replaced. */
  private Step withoutApproval(Step step) {
    return dialogue.top().orElse(null) instanceof Frame.Approving frame
        ? step.then(new SystemAct.WithdrawApproval(frame.approval()))
        : step;
  }

  /** The request that is being put together or waits for its yes. */
  private Optional<ActionRequest> pending() {
    return dialogue.top().flatMap(Hearing::request);
  }

  private static Optional<ActionRequest> request(Frame frame) {
    if (frame instanceof Collecting collecting) {
      return Optional.of(collecting.draft().request());
    }
    if (frame instanceof Confirming confirming) {
      return Optional.of(confirming.proposal().request());
    }
    if (frame instanceof Frame.Proving proving) {
      return Optional.of(proving.proposal().request());
    }
    return frame instanceof Frame.Approving approving
        ? Optional.of(approving.proposal().request())
        : Optional.empty();
  }

  /** What "it" may mean: what is being spoken of, else what was spoken of last. */
  private Optional<References> references() {
    return pending()
        .or(() -> dialogue.recent(now.minus(policy.remembers())))
        .flatMap(
            focus ->
                catalog
                    .find(focus.intent())
                    .map(
                        of ->
                            new References(
                                focus,
                                of,
                                dialogue.recent().earlier(),
                                reading.link().pointers())));
  }

  private List<Draft> further() {
    return reading.further().stream()
        .filter(request -> !request.onFailure())
        .flatMap(
            request ->
                catalog.find(request.intent()).stream()
                    .map(intent -> draft(intent, request.entities())))
        .toList();
  }

  private Draft freshDraft(Intent intent) {
    var draft = draft(intent, reading.entities());
    return reading.link().pointers().isEmpty()
        ? draft
        : references().map(all -> all.fill(intent, draft)).orElse(draft);
  }

  private static Draft draft(Intent intent, List<Entity> entities) {
    var empty = new Draft(ActionRequest.of(intent.name()), List.of());
    return SlotFilling.fill(intent, empty, entities);
  }

  /** What is asked for; of near readings the one that suits what its "it" stands for. */
  private Optional<Intent> named() {
    var best = reading.intent().flatMap(catalog::find);
    if (best.isEmpty() || !reading.link().pointers().contains(Link.Pointer.IT)) {
      return best;
    }
    var references = references();
    boolean suits =
        references.isEmpty()
            || references.get().suit(best.get())
            || SlotFilling.fits(best.get(), reading.entities());
    return suits
        ? best
        : reading.ranking().stream()
            .limit(READINGS_LOOKED_AT)
            .flatMap(scored -> catalog.find(scored.intent()).stream())
            .filter(intent -> references.get().suit(intent))
            .findFirst()
            .or(() -> best);
  }
}
