package dev.parley.action;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import dev.parley.intent.Proposal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One confirmed action: what was accepted, for whom, and how it went.
 *
 * @param person the {@code Person.key()} of who asked
 * @param approver the {@code Person.key()} of who gave the second yes; null where none is needed
 * @param outcome null until it ended
 */
public record Execution(
    String id,
    Proposal proposal,
    String person,
    Speaker speaker,
    ConversationId conversation,
    @Nullable String approver,
    ExecutionStatus status,
    @Nullable Outcome outcome,
    Instant acceptedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  public Execution begun(Instant now) {
    return new Execution(
        id,
        proposal,
        person,
        speaker,
        conversation,
        approver,
        ExecutionStatus.RUNNING,
        null,
        acceptedAt,
        now,
        null);
  }

  public Execution ended(Outcome result, Instant now) {
    return new Execution(
        id,
        proposal,
        person,
        speaker,
        conversation,
        approver,
        result.status(),
        result,
        acceptedAt,
        startedAt,
        now);
  }
}
