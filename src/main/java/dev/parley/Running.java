package dev.parley;

import dev.parley.action.Execution;
import dev.parley.audit.AuditEvent;
import dev.parley.dialogue.Frame;
import dev.parley.dialogue.SystemAct;
import dev.parley.intent.Intent;
import dev.parley.permission.Decision;
import java.util.Comparator;
import java.util.List;

/** What runs now, and who may end it: whoever asked for it, and whoever may ask for the same. */
final class Running {
  /** What is to stop, and what is said of it. */
  record Stop(List<Execution> executions, SystemAct.Saying saying) {
    private static Stop nothing(SystemAct.Saying saying) {
      return new Stop(List.of(), saying);
    }
  }

  private final Moment moment;
  private final Participant by;

  Running(Moment moment, Participant by) {
    this.moment = moment;
    this.by = by;
  }

  /**
   * Decides what is to stop: what was picked; else what the message names, of one's own before
   * anybody else's; where several come into question, that is asked.
   */
  Stop stop(SystemAct.StopRun wish) {
    var here = here();
    if (!wish.runs().isEmpty()) {
      var picked = here.stream().filter(e -> wish.runs().contains(e.id())).toList();
      return picked.isEmpty() ? Stop.nothing(new SystemAct.NothingRuns()) : stopped(picked);
    }
    if (here.isEmpty()) {
      return Stop.nothing(new SystemAct.NothingRuns());
    }
    var names = new NamedRuns(wish.said());
    var named = names.among(here);
    if (named.isEmpty()) {
      return Stop.nothing(new SystemAct.NoSuchRun(runs(here)));
    }
    var own = named.stream().filter(this::isOwn).toList();
    var meant = own.isEmpty() ? named : own;
    return meant.size() == 1 || (names.all() && !own.isEmpty())
        ? stopped(meant)
        : Stop.nothing(new SystemAct.AskWhichRun(runs(meant)));
  }

  /** Whether anything runs here that this person may end. */
  boolean any() {
    return !here().isEmpty();
  }

  /** Newest first, what this person may end. */
  private List<Execution> here() {
    return moment.stores().journal().open().stream()
        .filter(execution -> execution.conversation().equals(by.conversation()))
        .filter(execution -> isOwn(execution) || mayAsk(execution))
        .sorted(Comparator.comparing(Execution::acceptedAt).reversed())
        .toList();
  }

  private Stop stopped(List<Execution> executions) {
    executions.forEach(this::record);
    return new Stop(
        executions, new SystemAct.Stopping(executions.stream().map(Execution::proposal).toList()));
  }

  private static List<Frame.Run> runs(List<Execution> executions) {
    return executions.stream()
        .map(execution -> new Frame.Run(execution.id(), execution.proposal().request()))
        .toList();
  }

  private boolean isOwn(Execution execution) {
    return execution.person().equals(by.person().key());
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
  private void record(Execution execution) {
    moment.stores().journal().wantStopped(execution.id(), by.person().name());
    moment
        .stores()
        .audit()
        .append(
            new AuditEvent.StopRequested(
                moment.now(), by.person().key(), by.place(), execution.id()));
  }
}
