package dev.parley.permission.jpa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.permission.Approval;
import dev.parley.permission.Approvals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Approvals in the database; what expired goes when the next one comes. */
public final class JpaApprovals implements Approvals {
  private final ObjectMapper mapper;

  public JpaApprovals(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void await(Approval approval) {
    ApprovalRow.delete("expiresAt < ?1", approval.requestedAt().minus(1, ChronoUnit.DAYS));
    var row = new ApprovalRow();
    row.id = approval.id();
    row.conversation = approval.conversation().toString();
    row.person = approval.person();
    row.requestedAt = approval.requestedAt().truncatedTo(ChronoUnit.MICROS);
    row.expiresAt = approval.expiresAt().truncatedTo(ChronoUnit.MICROS);
    row.approval = write(approval);
    row.persist();
  }

  @Override
  public Optional<Approval> find(String id) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> ApprovalRow.<ApprovalRow>findByIdOptional(id).map(this::read));
  }

  @Override
  public List<Approval> waiting(Instant now) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                ApprovalRow.<ApprovalRow>stream("expiresAt > ?1 order by requestedAt, id", now)
                    .map(this::read)
                    .toList());
  }

  @Override
  public boolean settle(String id) {
    return ApprovalRow.delete("id", id) == 1;
  }

  private String write(Approval approval) {
    try {
      return mapper.writeValueAsString(approval);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An approval cannot be written down.", e);
    }
  }

  private Approval read(ApprovalRow row) {
    try {
      return mapper.readValue(row.approval, Approval.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A stored approval cannot be read. Start the version that stored it.", e);
    }
  }
}
