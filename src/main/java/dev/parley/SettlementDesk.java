package dev.parley;

import dev.parley.action.Execution;
import dev.parley.audit.AuditEvent;
import dev.parley.delivery.Message;
import dev.parley.dialogue.SystemAct;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import dev.parley.permission.Decision;
import dev.parley.reply.Reply;
import java.time.Duration;
import java.util.List;

/**
 * Where people say how an action ended of which nobody knew: whoever may run it may, and what they
 * said is told where it was asked for.
 */
record SettlementDesk(Moment moment) {

  /** Records it, or says why not. */
  SystemAct.Saying settle(Settlement settlement, Participant by) {
    var meant = moment.stores().journal().unknown(settlement.id());
    if (meant.size() != 1) {
      return new SystemAct.NotSettled(
          meant.isEmpty()
              ? "Nothing with an unknown end is called %s. Its id stands in the message that told of it."
                  .formatted(settlement.id())
              : "Several are called %s. Say more of its id.".formatted(settlement.id()));
    }
    var execution = meant.get(0);
    var refusal = refusal(execution, by);
    return refusal.isEmpty()
        ? settled(execution, settlement.succeeded(), by)
        : new SystemAct.NotSettled(refusal);
  }

  private String refusal(Execution execution, Participant by) {
    var proposal = execution.proposal();
    var intent = moment.knowledge().catalog().find(proposal.request().intent());
    if (intent.isEmpty()) {
      return "This can no longer be asked for, so nobody can be told apart who may settle it.";
    }
    var decision =
        moment
            .mind()
            .gatekeeper()
            .judge(
                by.person(), intent.get(), proposal.request(), proposal.risk(), by.conversation());
    return decision instanceof Decision.Denied denied ? denied.explanation() : "";
  }

  private SystemAct.Saying settled(Execution execution, boolean succeeded, Participant by) {
    var status = succeeded ? ExecutionStatus.SUCCEEDED : ExecutionStatus.FAILED;
    var name = by.person().name();
    var told = "Nobody knew how it ended; %s settled it as %s.".formatted(name, status.label());
    var outcome = new Outcome(status, told, List.of(), Duration.ZERO);
    if (moment.stores().journal().settle(execution.id(), outcome, moment.now()).isEmpty()) {
      return new SystemAct.NotSettled("How it ended is known already, so nothing was changed.");
    }
    moment
        .stores()
        .audit()
        .append(
            new AuditEvent.OutcomeSettled(
                moment.now(),
                by.person().key(),
                by.place(),
                by.speaker().account(),
                execution.id(),
                status.label(),
                execution.person()));
    if (!execution.conversation().equals(by.conversation())) {
      tell(execution, told);
    }
    return new SystemAct.OutcomeSettled(execution.proposal(), succeeded);
  }

  private void tell(Execution execution, String told) {
    var words = execution.proposal().request().exactForm() + ": " + told;
    moment
        .stores()
        .outbox()
        .append(
            new Message(
                0,
                execution.conversation(),
                execution.person(),
                Reply.text(words),
                execution.id(),
                moment.now()));
  }
}
