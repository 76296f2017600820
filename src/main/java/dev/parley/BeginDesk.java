package dev.parley;

import dev.parley.action.Action.UnplannableException;
import dev.parley.action.Execution;
import dev.parley.audit.AuditEvent;
import dev.parley.dialogue.DialogueInput;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Proposal;
import dev.parley.intent.Slot;
import dev.parley.permission.Decision;
import dev.parley.person.Person;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where what was confirmed is begun, or left to wait for its time. */
final class BeginDesk {
  private final Moment moment;
  private final Participant whose;
  private final PermissionDesk permissions;
  private final PlanDesk plans;
  private final @Nullable Person approver;
  private final Deeds deeds;

  /**
   * @param approver the second person who approved it, where it took one
   */
  BeginDesk(
      Moment moment,
      Participant whose,
      PermissionDesk permissions,
      PlanDesk plans,
      @Nullable Person approver,
      Deeds deeds) {
    this.moment = moment;
    this.whose = whose;
    this.permissions = permissions;
    this.plans = plans;
    this.approver = approver;
    this.deeds = deeds;
  }

  /** Judged and planned once more: what was confirmed is what runs, or nothing does. */
  DialogueInput perform(Proposal proposal) {
    var request = proposal.request();
    var decision = permissions.decide(request, proposal.risk());
    if (decision instanceof Decision.Denied denied) {
      return new DialogueInput.Withheld(denied.explanation());
    }
    var allowed = (Decision.Allowed) decision;
    try {
      var changed = WhatChanged.between(proposal, plans.propose(request, allowed));
      if (changed.isPresent()) {
        return new DialogueInput.Withheld(changed.get());
      }
    } catch (UnplannableException e) {
      return new DialogueInput.Withheld(e.problem());
    }
    recordOverrides(request, allowed);
    if (proposal.due() != null) {
      return schedule(proposal, decision.rule());
    }
    return new DialogueInput.Begun(accept(proposal, decision.rule()));
  }

  private void recordOverrides(ActionRequest request, Decision.Allowed allowed) {
    for (var freeze : allowed.overridden()) {
      moment
          .stores()
          .audit()
          .append(
              new AuditEvent.FreezeOverridden(
                  moment.now(),
                  whose.person().key(),
                  whose.place(),
                  request.exactForm(),
                  freeze,
                  String.valueOf(request.manner().override())));
    }
  }

  /** A yes may come after the time that it is about. */
  private DialogueInput schedule(Proposal proposal, String rule) {
    if (ScheduleDesk.late(Objects.requireNonNull(proposal.due()), moment.now(), moment.grace())) {
      return new DialogueInput.Withheld(
          "The time for that has passed meanwhile, so nothing was done. Ask again for another time,"
              + " or for now: "
              + proposal.request().without(Slot.WHEN).exactForm());
    }
    var later = new ScheduleDesk(moment).add(proposal, whose, approver, rule);
    deeds.scheduled().add(later);
    return new DialogueInput.Begun(later.id(), later.shortId());
  }

  private String accept(Proposal proposal, String rule) {
    var id = UUID.randomUUID().toString();
    var execution =
        new Execution(
            id,
            proposal,
            whose.person().key(),
            whose.speaker(),
            whose.conversation(),
            approver == null ? null : approver.key(),
            ExecutionStatus.SCHEDULED,
            null,
            moment.now(),
            null,
            null);
    moment.stores().journal().accept(execution);
    deeds.started().add(execution);
    moment
        .stores()
        .audit()
        .append(
            new AuditEvent.ActionAccepted(
                moment.now(),
                whose.person().key(),
                whose.place(),
                id,
                proposal.request().exactForm(),
                proposal.fingerprint(),
                rule));
    return id;
  }
}
