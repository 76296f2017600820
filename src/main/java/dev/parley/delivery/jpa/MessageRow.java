package dev.parley.delivery.jpa;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One message that the assistant said. */
@Entity
@Table(name = "messages")
@IdClass(MessageRow.Key.class)
@SuppressWarnings("NullAway.Init")
class MessageRow extends PanacheEntityBase {
  @Id public String conversation;
  @Id public long number;
  public String person;
  public String reply;
  public @Nullable String executionId;
  public Instant saidAt;

  record Key(String conversation, long number) {}
}
