package dev.parley.permission.jpa;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One person's one-time passwords; the secret in it is locked. */
@Entity
@Table(name = "otp_enrolments")
@SuppressWarnings("NullAway.Init")
class EnrolmentRow extends PanacheEntityBase {
  @Id public String person;
  public String enrolment;
}
