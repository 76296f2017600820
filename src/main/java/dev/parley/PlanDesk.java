package dev.parley;

import dev.parley.action.Action.UnplannableException;
import dev.parley.audit.AuditEvent;
import dev.parley.dialogue.DialogueInput;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Proposal;
import dev.parley.permission.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where it is found out what exactly a request would run. */
record PlanDesk(Moment moment, Participant whose, PermissionDesk permissions) {
  DialogueInput prepare(ActionRequest request) {
    try {
      var bare = propose(request);
      // what it would touch may have raised its risk, and another rule may be about that
      var decision = permissions.decide(request, bare.risk());
      if (decision instanceof Decision.Denied denied) {
        return new DialogueInput.Unplannable(denied.explanation());
      }
      var allowed = (Decision.Allowed) decision;
      var withoutCode = permissions.withoutCode(request, allowed);
      if (!withoutCode.isEmpty()) {
        return new DialogueInput.Unplannable(withoutCode);
      }
      var planned = bare.on(terms(allowed)).warned(overrides(request, allowed));
      var due = due(request);
      var proposal = due.map(planned::dueAt).orElse(planned);
      moment
          .stores()
          .audit()
          .append(
              new AuditEvent.ActionProposed(
                  moment.now(),
                  whose.person().key(),
                  whose.place(),
                  request.exactForm(),
                  proposal.fingerprint()));
      return new DialogueInput.Planned(proposal);
    } catch (UnplannableException e) {
      return new DialogueInput.Unplannable(e.problem());
    }
  }

  private static List<String> overrides(ActionRequest request, Decision.Allowed allowed) {
    return allowed.overridden().stream()
        .map(freeze -> "this overrides " + freeze + ": " + request.manner().override())
        .toList();
  }

  private Optional<Instant> due(ActionRequest request) {
    return intent(request).schedulable()
        ? DueTime.of(request, moment.now(), whose.person().zone())
        : Optional.empty();
  }

  /** What a request would run now, on the terms of a judgement. */
  Proposal propose(ActionRequest request, Decision.Allowed allowed) {
    return propose(request).on(terms(allowed));
  }

  private Proposal propose(ActionRequest request) {
    return moment
        .mind()
        .planner()
        .propose(
            intent(request),
            request,
            moment.knowledge().inventory(),
            whose.person(),
            whose.conversation());
  }

  private Proposal.Terms terms(Decision.Allowed allowed) {
    return new Proposal.Terms(allowed.code(), moment.knowledge().modelVersion(), allowed.rule());
  }

  private Intent intent(ActionRequest request) {
    return moment.knowledge().catalog().get(request.intent());
  }
}
