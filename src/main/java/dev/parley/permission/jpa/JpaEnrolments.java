package dev.parley.permission.jpa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.permission.Enrolment;
import dev.parley.permission.Enrolments;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.Optional;

/** One-time passwords in the database. */
public final class JpaEnrolments implements Enrolments {
  private final ObjectMapper mapper;

  public JpaEnrolments(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public Optional<Enrolment> find(String person) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> EnrolmentRow.<EnrolmentRow>findByIdOptional(person).map(this::read));
  }

  /** By a change that changes nothing: Hibernate's "for update" is more than H2 understands. */
  @Override
  public Optional<Enrolment> hold(String person) {
    EnrolmentRow.update("enrolment = enrolment where person = ?1", person);
    var row = EnrolmentRow.<EnrolmentRow>findByIdOptional(person);
    row.ifPresent(EnrolmentRow.getEntityManager()::refresh);
    return row.map(this::read);
  }

  @Override
  public void save(Enrolment enrolment) {
    var stored = EnrolmentRow.<EnrolmentRow>findByIdOptional(enrolment.person());
    var row = stored.orElseGet(EnrolmentRow::new);
    row.person = enrolment.person();
    row.enrolment = write(enrolment);
    if (stored.isEmpty()) {
      row.persist();
    }
  }

  @Override
  public boolean remove(String person) {
    return EnrolmentRow.deleteById(person);
  }

  private String write(Enrolment enrolment) {
    try {
      return mapper.writeValueAsString(enrolment);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An enrolment cannot be written down.", e);
    }
  }

  private Enrolment read(EnrolmentRow row) {
    try {
      return mapper.readValue(row.enrolment, Enrolment.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A stored enrolment cannot be read. Start the version that stored it.", e);
    }
  }
}
