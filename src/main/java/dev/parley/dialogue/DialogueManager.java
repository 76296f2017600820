package dev.parley.dialogue;

import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Proposal;
import dev.parley.understanding.Expectation;
import dev.parley.understanding.Topic;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    var advance = new Advance(dialogue, catalog, policy, now);
    return advance.andNext(input.on(advance));
  }

  /** What is dropped first, because the catalogue is another than when it began. */
  public Step fitted(Dialogue dialogue, IntentCatalog catalog) {
    return new Fitting(catalog).step(dialogue);
  }

  /** What the dialogue waits for. */
  public Expectation expectation(Dialogue dialogue, IntentCatalog catalog, Instant now) {
    var recent = recent(dialogue, catalog, now);
    var top = dialogue.top().orElse(null);
    if (top instanceof Frame.Collecting frame) {
      var intent = catalog.find(frame.draft().request().intent()).orElse(null);
      var slot = intent == null ? null : intent.slot(frame.asked()).orElse(null);
      return new Expectation(intent, slot, frame.choices(), false, frame.draft().request(), recent);
    }
    if (top instanceof Frame.Confirming frame && now.isBefore(frame.expiresAt())) {
      return awaitingYes(frame.proposal(), catalog, recent);
    }
    if (top instanceof Frame.Proving frame && now.isBefore(frame.expiresAt())) {
      return awaitingYes(frame.proposal(), catalog, recent);
    }
    if (top instanceof Frame.Approving frame && now.isBefore(frame.expiresAt())) {
      return awaitingYes(frame.proposal(), catalog, recent);
    }
    return new Expectation(null, null, List.of(), false, null, recent);
  }

  private @Nullable Topic recent(Dialogue dialogue, IntentCatalog catalog, Instant now) {
    return dialogue
        .recent(now.minus(policy.remembers()))
        .flatMap(request -> catalog.find(request.intent()).map(i -> new Topic(i, request)))
        .orElse(null);
  }

  private static Expectation awaitingYes(
      Proposal proposal, IntentCatalog catalog, @Nullable Topic recent) {
    var intent = catalog.find(proposal.request().intent()).orElse(null);
    return new Expectation(intent, null, List.of(), true, proposal.request(), recent);
  }
}
