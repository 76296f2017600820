package dev.parley.audit.jpa;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.parley.audit.AuditEvent;

/** How a fact is written down. The names stand in stored data: they never change. */
public final class AuditJson {
  private final ObjectMapper mapper;

  AuditJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** Gives each kind of event its name. */
  public static Module module() {
    return new SimpleModule("audit").setMixInAnnotation(AuditEvent.class, EventNames.class);
  }

  String write(AuditEvent event) {
    try {
      return mapper.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An audit event cannot be written down.", e);
    }
  }

  AuditEvent read(String json) {
    try {
      return mapper.readValue(json, AuditEvent.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "An audit event cannot be read. Start the version that stored it.", e);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = AuditEvent.MessageHeard.class, name = "message-heard"),
    @JsonSubTypes.Type(value = AuditEvent.RequestRefused.class, name = "request-refused"),
    @JsonSubTypes.Type(value = AuditEvent.ActionProposed.class, name = "action-proposed"),
    @JsonSubTypes.Type(value = AuditEvent.ActionAccepted.class, name = "action-accepted"),
    @JsonSubTypes.Type(value = AuditEvent.ActionStarted.class, name = "action-started"),
    @JsonSubTypes.Type(value = AuditEvent.ActionEnded.class, name = "action-ended"),
    @JsonSubTypes.Type(value = AuditEvent.ApprovalRequested.class, name = "approval-requested"),
    @JsonSubTypes.Type(value = AuditEvent.ApprovalSettled.class, name = "approval-settled"),
    @JsonSubTypes.Type(value = AuditEvent.ApprovalRefused.class, name = "approval-refused"),
    @JsonSubTypes.Type(value = AuditEvent.ApprovalWithdrawn.class, name = "approval-withdrawn"),
    @JsonSubTypes.Type(value = AuditEvent.StopRequested.class, name = "stop-requested"),
    @JsonSubTypes.Type(value = AuditEvent.LoginCodeIssued.class, name = "login-code-issued"),
    @JsonSubTypes.Type(value = AuditEvent.SessionOpened.class, name = "session-opened"),
    @JsonSubTypes.Type(value = AuditEvent.SessionEnded.class, name = "session-ended"),
    @JsonSubTypes.Type(value = AuditEvent.TokenMade.class, name = "token-made"),
    @JsonSubTypes.Type(value = AuditEvent.TokenRevoked.class, name = "token-revoked"),
    @JsonSubTypes.Type(value = AuditEvent.ActionScheduled.class, name = "action-scheduled"),
    @JsonSubTypes.Type(value = AuditEvent.ScheduleCancelled.class, name = "schedule-cancelled"),
    @JsonSubTypes.Type(value = AuditEvent.ScheduleWithdrawn.class, name = "schedule-withdrawn"),
    @JsonSubTypes.Type(value = AuditEvent.ScheduleMissed.class, name = "schedule-missed"),
    @JsonSubTypes.Type(value = AuditEvent.FreezeOverridden.class, name = "freeze-overridden"),
    @JsonSubTypes.Type(value = AuditEvent.CodeChecked.class, name = "code-checked"),
    @JsonSubTypes.Type(value = AuditEvent.CodesEnrolled.class, name = "codes-enrolled"),
    @JsonSubTypes.Type(value = AuditEvent.LinkCodeIssued.class, name = "link-code-issued"),
    @JsonSubTypes.Type(value = AuditEvent.AccountLinked.class, name = "account-linked"),
    @JsonSubTypes.Type(value = AuditEvent.AccountUnlinked.class, name = "account-unlinked"),
    @JsonSubTypes.Type(value = AuditEvent.LinkRefused.class, name = "link-refused"),
    @JsonSubTypes.Type(value = AuditEvent.OutcomeSettled.class, name = "outcome-settled"),
    @JsonSubTypes.Type(value = AuditEvent.PhraseTaught.class, name = "phrase-taught"),
    @JsonSubTypes.Type(value = AuditEvent.PhraseForgotten.class, name = "phrase-forgotten"),
    @JsonSubTypes.Type(value = AuditEvent.ReadingReviewed.class, name = "reading-reviewed"),
    @JsonSubTypes.Type(value = AuditEvent.ReviewRefused.class, name = "review-refused"),
  })
  private interface EventNames {}
}
