package dev.parley.audit;

import dev.parley.person.Person;
import java.time.Instant;

/** One fact for the record. */
public sealed interface AuditEvent {
  Instant at();

  /** The {@link Person#key()} whom it concerns. */
  String person();

  String conversation();

  /** Something was asked of the assistant. */
  record MessageHeard(
      Instant at,
      String person,
      String conversation,
      String account,
      String messageId,
      String text,
      String intent)
      implements AuditEvent {}

  /** A request was refused for want of permission. */
  record RequestRefused(Instant at, String person, String conversation, String request, String rule)
      implements AuditEvent {}

  /** A confirmation was asked for. */
  record ActionProposed(
      Instant at, String person, String conversation, String request, String fingerprint)
      implements AuditEvent {}

  /** A confirmation was used, or none was needed: the execution is stored. */
  record ActionAccepted(
      Instant at,
      String person,
      String conversation,
      String executionId,
      String request,
      String fingerprint,
      String rule)
      implements AuditEvent {}

  /** The action begins; written before it does. */
  record ActionStarted(Instant at, String person, String conversation, String executionId)
      implements AuditEvent {}

  /** The action ended, or its end was lost. */
  record ActionEnded(
      Instant at,
      String person,
      String conversation,
      String executionId,
      String status,
      String explanation)
      implements AuditEvent {}
}
