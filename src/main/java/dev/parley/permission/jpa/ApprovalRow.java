package dev.parley.permission.jpa;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One approval that waits. */
@Entity
@Table(name = "approvals")
@SuppressWarnings("NullAway.Init")
class ApprovalRow extends PanacheEntityBase {
  @Id public String id;
  public String conversation;
  public String person;
  public Instant requestedAt;
  public Instant expiresAt;
  public String approval;
}
