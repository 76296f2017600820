package dev.parley.delivery.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One conversation: whoever changes its row holds it until the commit. */
@Entity
@Table(name = "conversations")
@SuppressWarnings("NullAway.Init")
class ConversationRow {
  @Id public String conversation;
  public long lastNumber;
  public @Nullable Instant activeAt;
}
