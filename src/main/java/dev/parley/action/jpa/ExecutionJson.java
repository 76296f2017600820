package dev.parley.action.jpa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.action.Execution;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.intent.Outcome;
import dev.parley.intent.Proposal;
import java.time.temporal.ChronoUnit;

/** Executions to rows and back. */
final class ExecutionJson {
  private final ObjectMapper mapper;

  ExecutionJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  ExecutionRow row(Execution execution, String node) {
    var row = new ExecutionRow();
    row.id = execution.id();
    row.intent = execution.proposal().request().intent();
    row.conversation = execution.conversation().toString();
    row.person = execution.person();
    row.speaker = write(execution.speaker());
    row.approver = execution.approver();
    row.status = execution.status();
    row.proposal = write(execution.proposal());
    row.acceptedAt = execution.acceptedAt().truncatedTo(ChronoUnit.MICROS);
    row.node = node;
    return row;
  }

  Execution execution(ExecutionRow row) {
    return new Execution(
        row.id,
        read(row.proposal, Proposal.class),
        row.person,
        read(row.speaker, Speaker.class),
        ConversationId.parse(row.conversation),
        row.approver,
        row.status,
        row.outcome == null ? null : read(row.outcome, Outcome.class),
        row.acceptedAt,
        row.startedAt,
        row.endedAt);
  }

  String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An execution cannot be written down.", e);
    }
  }

  private <T> T read(String json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A stored execution cannot be read. Start the version that stored it.", e);
    }
  }
}
