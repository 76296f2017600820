package dev.parley.teaching.jpa;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of the review list. */
@Entity
@Table(name = "review_items")
@SuppressWarnings("NullAway.Init")
class ReviewRow extends PanacheEntityBase {
  @Id public long number;
  public String wordsHash;
  public String words;
  public String said;
  public String reason;
  public String readAs;
  public double worth;
  public String meant;
  public String meaning;
  public String person;
  public String conversation;
  public Instant firstAt;
  public Instant lastAt;

  @Column(name = "times")
  public int count;

  public String status;
  public String label;
  public String settledBy;
}
