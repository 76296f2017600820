package dev.parley;

import dev.parley.dialogue.DialogueManager;
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
    Instant now) {}
