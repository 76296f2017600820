package dev.parley;

import dev.parley.dialogue.DialogueManager;
import dev.parley.knowledge.Knowledge;
import java.time.Instant;

/**
 * All that a turn is taken with: one moment's knowledge, which it keeps to its end.
 *
 * @param approvals where critical actions wait
 */
record Moment(
    Mind mind,
    Stores stores,
    DialogueManager manager,
    Knowledge knowledge,
    ApprovalDesk approvals,
    Instant now) {}
