package dev.parley.schedule;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.intent.Proposal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed action that waits for its time.
 *
 * @param id of the execution that it will be
 * @param shortId what people call it by, e.g. {@code r4k9}
 * @param proposal what was confirmed, with the time at which it is due
 * @param person the {@code Person.key()} of who asked
 * @param approver the {@code Person.key()} of who gave the second yes; null where none is needed
 */
public record Scheduled(
    String id,
    String shortId,
    Proposal proposal,
    String person,
    Speaker speaker,
    ConversationId conversation,
    @Nullable String approver,
    Instant scheduledAt,
    State state) {

  /** What became of it; whatever is not WAITING stays what it is. */
  public enum State {
    WAITING,
    /** Its time came, and it was handed to a worker. */
    BEGUN,
    CANCELLED,
    /** Its time came, and it was no longer permitted or no longer what had been confirmed. */
    WITHDRAWN,
    /** Its time went by while nobody could run it. */
    MISSED
  }

  /** When it is to run. */
  public Instant due() {
    return Objects.requireNonNull(proposal.due());
  }

  /** The same, once that became of it. */
  public Scheduled as(State became) {
    return new Scheduled(
        id, shortId, proposal, person, speaker, conversation, approver, scheduledAt, became);
  }
}
