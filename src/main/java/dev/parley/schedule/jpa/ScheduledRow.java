package dev.parley.schedule.jpa;

import dev.parley.schedule.Scheduled;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One action that waits for its time, or what became of it. */
@Entity
@Table(name = "scheduled_actions")
@SuppressWarnings("NullAway.Init")
class ScheduledRow extends PanacheEntityBase {
  @Id public String id;
  public String conversation;
  public String person;

  @Enumerated(EnumType.STRING)
  public Scheduled.State state;

  public Instant dueAt;
  public String scheduled;
}
