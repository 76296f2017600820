package dev.parley.permission;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.intent.Proposal;
import java.time.Instant;

/**
 * A critical action that its asker confirmed and that waits for a second person.
 *
 * @param id short enough to be typed, e.g. {@code r4k9}
 * @param person the {@code Person.key()} of who asked
 * @param name how the asker is called
 * @param speaker the account through which it was asked for
 * @param conversation where it was asked for
 */
public record Approval(
    String id,
    Proposal proposal,
    String person,
    String name,
    Speaker speaker,
    ConversationId conversation,
    Instant requestedAt,
    Instant expiresAt) {

  /** Whether it can still be given. */
  public boolean open(Instant now) {
    return now.isBefore(expiresAt);
  }
}
