package dev.parley.audit.jpa;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** One fact of the record; never changed. */
@Entity
@Immutable
@Table(name = "audit_events")
@SuppressWarnings("NullAway.Init")
class AuditEventRow extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  public Instant happenedAt;
  public String kind;
  public String conversation;
  public String person;
  public String words;
  public String event;
}
