package dev.parley;

import dev.parley.dialogue.DialogueManager;
import dev.parley.dialogue.DialoguePolicy;
import dev.parley.knowledge.Knowledge;
import java.time.Duration;
import java.time.Instant;

/**
 * All that a turn is taken with: one moment's knowledge, which it keeps to its end.
 *
 * @param approvals where critical actions wait
 * @param grace how late what is scheduled may still begin
 */
record Moment(
    Mind mind,
    Stores stores,
    DialogueManager manager,
    Knowledge knowledge,
    ApprovalDesk approvals,
    Duration grace,
    Instant now) {
  /** Now, with what a mind knows now. */
  static Moment of(Mind mind, Stores stores, DialoguePolicy policy, Duration grace, Instant now) {
    return new Moment(
        mind,
        stores,
        new DialogueManager(policy),
        mind.knowledge().current(),
        new ApprovalDesk(mind.people(), stores, policy.approvalLasts(), now),
        grace,
        now);
  }
}
