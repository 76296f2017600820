package dev.parley;

import dev.parley.audit.AuditEvent;
import dev.parley.dialogue.DialogueInput;
import dev.parley.dialogue.Draft;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Risk;
import dev.parley.permission.Decision;
import java.util.List;

/**
 * Where a request is judged: before anything is asked about it, when its plan is known, at its yes.
 */
record PermissionDesk(Moment moment, Participant whose) {
  /** What the core is told of a request that it asks about. */
  DialogueInput judge(ActionRequest request) {
    var intent = intent(request);
    var decision = decide(intent, request, intent.risk(request));
    if (decision instanceof Decision.Denied denied) {
      refuse(request, denied);
      return new DialogueInput.Judged(false, denied.explanation(), denied.overridable());
    }
    var withoutCode = withoutCode(request, (Decision.Allowed) decision);
    if (!withoutCode.isEmpty()) {
      return new DialogueInput.Judged(false, withoutCode);
    }
    var untimely = DueTime.problem(request, moment.now(), whose.person().zone());
    if (intent.schedulable() && untimely.isPresent()) {
      return new DialogueInput.Unplannable(untimely.get());
    }
    return moment
        .mind()
        .planner()
        .unavailable(intent)
        .<DialogueInput>map(DialogueInput.Unplannable::new)
        .orElseGet(() -> new DialogueInput.Judged(true, ""));
  }

  /** Of what could be offered, only what this person may ask for. */
  List<Draft> mayAsk(List<Draft> drafts) {
    return drafts.stream().filter(draft -> mayAsk(draft.request().intent())).toList();
  }

  private boolean mayAsk(String name) {
    var request = ActionRequest.of(name);
    var intent = intent(request);
    return decide(intent, request, intent.risk(request)) instanceof Decision.Allowed;
  }

  /** Why somebody cannot give the code that this takes; empty when they can, or it takes none. */
  String withoutCode(ActionRequest request, Decision.Allowed allowed) {
    if (!allowed.code() || request.manner().dry()) {
      return "";
    }
    var missing = new CodeDesk(moment.stores(), whose, moment.now()).missing(allowed.rule());
    if (!missing.isEmpty()) {
      refuse(request, new Decision.Denied(allowed.rule(), missing));
    }
    return missing;
  }

  /** A judgement at the risk that a request turned out to have; a refusal is written down. */
  Decision decide(ActionRequest request, Risk risk) {
    var decision = decide(intent(request), request, risk);
    if (decision instanceof Decision.Denied denied) {
      refuse(request, denied);
    }
    return decision;
  }

  private Decision decide(Intent intent, ActionRequest request, Risk risk) {
    return moment
        .mind()
        .gatekeeper()
        .judge(whose.person(), intent, request, risk, whose.conversation());
  }

  private void refuse(ActionRequest request, Decision.Denied denied) {
    moment
        .stores()
        .audit()
        .append(
            new AuditEvent.RequestRefused(
                moment.now(),
                whose.person().key(),
                whose.place(),
                request.exactForm(),
                denied.rule()));
  }

  private Intent intent(ActionRequest request) {
    return moment.knowledge().catalog().get(request.intent());
  }
}
