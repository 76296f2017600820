package dev.parley;

import dev.parley.action.Execution;
import dev.parley.audit.AuditEvent;
import dev.parley.dialogue.SystemAct;
import dev.parley.intent.Intent;
import dev.parley.permission.Decision;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What runs now, and who may end it: whoever asked for it, and whoever may ask for the same. */
final class Running {
  private final Moment moment;
  private final Participant by;

  Running(Moment moment, Participant by) {
    this.moment = moment;
    this.by = by;
  }

  /** The newest of one's own here, else the newest of somebody else here. */
  Optional<Execution> toStop() {
    var here =
        moment.stores().journal().open().stream()
            .filter(execution -> execution.conversation().equals(by.conversation()))
            .sorted(Comparator.comparing(Execution::acceptedAt).reversed())
            .toList();
    return newest(here, true).or(() -> newest(here, false).filter(this::mayAsk));
  }

  private Optional<Execution> newest(List<Execution> newestFirst, boolean own) {
    return newestFirst.stream()
        .filter(execution -> execution.person().equals(by.person().key()) == own)
        .findFirst();
  }

  private boolean mayAsk(Execution execution) {
    var request = execution.proposal().request();
    return moment
        .knowledge()
        .catalog()
        .find(request.intent())
        .map(intent -> mayAsk(intent, execution))
        .orElse(false);
  }

  private boolean mayAsk(Intent intent, Execution execution) {
    var proposal = execution.proposal();
    return moment
            .mind()
            .gatekeeper()
            .judge(by.person(), intent, proposal.request(), proposal.risk(), by.conversation())
        instanceof Decision.Allowed;
  }

  /** Writes down that it is to stop. */
  SystemAct.Saying record(Execution execution) {
    moment
        .stores()
        .audit()
        .append(
            new AuditEvent.StopRequested(
                moment.now(), by.person().key(), by.place(), execution.id()));
    return new SystemAct.Stopping(execution.proposal());
  }
}
