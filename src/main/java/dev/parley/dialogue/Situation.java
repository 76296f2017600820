package dev.parley.dialogue;

import dev.parley.dialogue.Frame.Collecting;
import dev.parley.dialogue.Frame.Confirming;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Slot;
import dev.parley.understanding.DialogueAct;
import dev.parley.understanding.Entity;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.Link;
import dev.parley.understanding.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message, and what it meets: where the dialogue stands, and what can be asked for. */
record Situation(
    Interpretation reading,
    Dialogue dialogue,
    IntentCatalog catalog,
    DialoguePolicy policy,
    Instant now,
    Requests requests) {
  private static final int READINGS_LOOKED_AT = 5;

  /** The same message, where something was left behind. */
  Situation on(Dialogue other) {
    return new Situation(reading, other, catalog, policy, now, requests);
  }

  /** Says something; what is open goes on standing. */
  Step resume(SystemAct said) {
    return requests.resume(dialogue, said);
  }

  /** Leaves what is open, and says why. */
  Step leave(SystemAct said) {
    return requests.resume(dialogue.pop(), said);
  }

  /** Goes on with a request; what is open comes up again after it. */
  Step begin(Draft draft) {
    return requests.begin(dialogue, draft);
  }

  /** The same, and what else the message asks for follows it. */
  Step begin(Draft draft, List<Draft> further) {
    return requests.begin(dialogue, draft, further);
  }

  /** Goes on with a request in the place of what is open. */
  Step beginInstead(Draft draft) {
    return requests.begin(dialogue.pop(), draft);
  }

  /** The same, and what else the message asks for follows it. */
  Step beginInstead(Draft draft, List<Draft> further) {
    return requests.begin(dialogue.pop(), draft, further);
  }

  /** What was spoken of last. */
  Optional<ActionRequest> recent() {
    return dialogue.recent(now.minus(policy.remembers()));
  }

  boolean turnedDown() {
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

  /** The request that is being put together or waits for its yes. */
  Optional<ActionRequest> pending() {
    return dialogue.top().flatMap(Situation::request);
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

  /** What is asked for; of near readings the one that suits what its "it" stands for. */
  Optional<Intent> named() {
    var best = reading.intent().flatMap(catalog::find);
    if (best.isEmpty() || !reading.link().pointers().contains(Link.Pointer.IT)) {
      return best;
    }
    var references = references();
    boolean suits =
        references.isEmpty()
            || best.get().slots().stream().noneMatch(Slot::required)
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

  /** What "it" may mean: what is being spoken of, else what was spoken of last. */
  private Optional<References> references() {
    return pending()
        .or(this::recent)
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

  Draft freshDraft(Intent intent) {
    var draft = draft(intent, reading.entities());
    return reading.link().pointers().isEmpty()
        ? draft
        : references().map(all -> all.fill(intent, draft)).orElse(draft);
  }

  static Draft draft(Intent intent, List<Entity> entities) {
    var empty = new Draft(ActionRequest.of(intent.name()), List.of());
    return SlotFilling.fill(intent, empty, entities);
  }

  List<Draft> further() {
    return reading.further().stream()
        .filter(request -> !request.onFailure())
        .flatMap(
            request ->
                catalog.find(request.intent()).stream()
                    .map(intent -> draft(intent, request.entities())))
        .toList();
  }
}
