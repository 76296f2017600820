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

  /**
   * A freeze held, and somebody went ahead all the same.
   *
   * @param reason as they gave it
   */
  record FreezeOverridden(
      Instant at, String person, String conversation, String request, String freeze, String reason)
      implements AuditEvent {}

  /**
   * A one-time password was looked at.
   *
   * @param account through which it was given
   */
  record CodeChecked(Instant at, String person, String conversation, String account, String verdict)
      implements AuditEvent {}

  /**
   * Somebody has one-time passwords from now on, or none any more.
   *
   * @param by the account that wanted it
   */
  record CodesEnrolled(Instant at, String person, String conversation, String by, boolean removed)
      implements AuditEvent {}

  /**
   * A code was made that makes an account of a platform this person's.
   *
   * @param by the account that asked for it
   */
  record LinkCodeIssued(Instant at, String person, String conversation, String by, String platform)
      implements AuditEvent {}

  /** An account is this person's from now on. */
  record AccountLinked(Instant at, String person, String conversation, String account)
      implements AuditEvent {}

  /**
   * An account is this person's no longer.
   *
   * @param by the account that wanted it
   */
  record AccountUnlinked(Instant at, String person, String conversation, String account, String by)
      implements AuditEvent {}

  /** A code was typed, and linked nothing. */
  record LinkRefused(
      Instant at, String person, String conversation, String account, String explanation)
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

  /** A critical action was confirmed and waits for a second person. */
  record ApprovalRequested(
      Instant at,
      String person,
      String conversation,
      String approval,
      String request,
      String fingerprint)
      implements AuditEvent {}

  /** A second person said yes or no to it. */
  record ApprovalSettled(
      Instant at,
      String person,
      String conversation,
      String account,
      String approval,
      boolean approved,
      String asker)
      implements AuditEvent {}

  /** Somebody tried to settle it who may not, or too late. */
  record ApprovalRefused(
      Instant at,
      String person,
      String conversation,
      String account,
      String approval,
      String explanation)
      implements AuditEvent {}

  /** Whoever asked for it does not want it any more. */
  record ApprovalWithdrawn(Instant at, String person, String conversation, String approval)
      implements AuditEvent {}

  /** Somebody wants a running action to end. */
  record StopRequested(Instant at, String person, String conversation, String executionId)
      implements AuditEvent {}

  /**
   * A link was made that opens a session of this person.
   *
   * @param by the account that asked for it
   */
  record LoginCodeIssued(Instant at, String person, String conversation, String by)
      implements AuditEvent {}

  /** This person's link was opened: whoever did speaks as them from now on. */
  record SessionOpened(Instant at, String person, String conversation) implements AuditEvent {}

  /**
   * One session of this person was ended, or every one.
   *
   * @param by the account that wanted it
   */
  record SessionEnded(Instant at, String person, String conversation, String by, boolean all)
      implements AuditEvent {}

  /**
   * A token was made.
   *
   * @param by the account that wanted it
   */
  record TokenMade(
      Instant at, String person, String conversation, String name, String scope, String by)
      implements AuditEvent {}

  /**
   * A token was made worthless.
   *
   * @param by the account that wanted it
   */
  record TokenRevoked(Instant at, String person, String conversation, String name, String by)
      implements AuditEvent {}

  /** A confirmation was used, and the action waits for its time. */
  record ActionScheduled(
      Instant at,
      String person,
      String conversation,
      String executionId,
      String request,
      String fingerprint,
      String rule,
      Instant due)
      implements AuditEvent {}

  /**
   * What was scheduled was called off.
   *
   * @param asker whose it was
   */
  record ScheduleCancelled(
      Instant at, String person, String conversation, String executionId, String asker)
      implements AuditEvent {}

  /** The time of what was scheduled came, and it was no longer what may run. */
  record ScheduleWithdrawn(
      Instant at, String person, String conversation, String executionId, String explanation)
      implements AuditEvent {}

  /** The time of what was scheduled went by, and it was not run. */
  record ScheduleMissed(
      Instant at, String person, String conversation, String executionId, Instant due)
      implements AuditEvent {}

  /**
   * Somebody said how an action ended of which nobody knew.
   *
   * @param asker who had asked for the action
   */
  record OutcomeSettled(
      Instant at,
      String person,
      String conversation,
      String account,
      String executionId,
      String status,
      String asker)
      implements AuditEvent {}

  /**
   * A phrase stands for a request from now on.
   *
   * @param everybody whether for everybody, or only for its person
   */
  record PhraseTaught(
      Instant at,
      String person,
      String conversation,
      String account,
      String phrase,
      String request,
      boolean everybody)
      implements AuditEvent {}

  /** A phrase stands for nothing any more. */
  record PhraseForgotten(
      Instant at, String person, String conversation, String account, String phrase)
      implements AuditEvent {}

  /**
   * A maintainer said what a message meant, and whether that is to be learnt.
   *
   * @param outcome labelled, accepted or rejected
   * @param intent what it means; empty for none
   */
  record ReadingReviewed(
      Instant at,
      String person,
      String conversation,
      String account,
      String text,
      String outcome,
      String intent)
      implements AuditEvent {}

  /** Something about what is understood was refused for want of a right. */
  record ReviewRefused(
      Instant at, String person, String conversation, String account, String right, String rule)
      implements AuditEvent {}
}
