package dev.parley.action.jpa;

import dev.parley.intent.ExecutionStatus;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One execution, and the process that accepted it, or has begun it. */
@Entity
@Table(name = "executions")
@SuppressWarnings("NullAway.Init")
class ExecutionRow extends PanacheEntityBase {
  @Id public String id;
  public String intent;
  public String conversation;
  public String person;
  public String speaker;
  public @Nullable String approver;

  @Enumerated(EnumType.STRING)
  public ExecutionStatus status;

  public String proposal;
  public @Nullable String outcome;
  public Instant acceptedAt;
  public @Nullable Instant startedAt;
  public @Nullable Instant endedAt;
  public String node;
  public @Nullable String stopBy;
  public @Nullable String lastLine;
}
