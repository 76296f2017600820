package dev.parley.person.jpa;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One account that somebody linked; the key is platform and id in one. */
@Entity
@Table(name = "linked_accounts")
@SuppressWarnings("NullAway.Init")
class LinkedAccountRow extends PanacheEntityBase {
  @Id public String account;
  public String platform;
  public String accountId;
  public String person;
  public Instant linkedAt;
}
