package dev.parley.teaching.jpa;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One phrase; the key is what owner and words hash to. */
@Entity
@Table(name = "taught_phrases")
@SuppressWarnings("NullAway.Init")
class TaughtPhraseRow extends PanacheEntityBase {
  @Id public String id;
  public String owner;
  public String words;
  public String said;
  public String meaning;
  public String teacher;
  public Instant taughtAt;
}
