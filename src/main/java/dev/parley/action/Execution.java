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
 * @param outcome null until it ended
 */
public record Execution(
    String id,
    Proposal proposal,
    String person,
    Speaker speaker,
    ConversationId conversation,
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
        result.status(),
        result,
        acceptedAt,
        startedAt,
        now);
  }
}
