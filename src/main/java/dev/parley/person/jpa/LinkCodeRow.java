package dev.parley.person.jpa;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One code that links an account. */
@Entity
@Table(name = "link_codes")
@SuppressWarnings("NullAway.Init")
class LinkCodeRow extends PanacheEntityBase {
  @Id public String hash;
  public String person;
  public String platform;
  public Instant expiresAt;
  public boolean used;
}
