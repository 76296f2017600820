package dev.parley.action;

import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.intent.Outcome.TargetResult;
import dev.parley.intent.Proposal;
import dev.parley.inventory.Inventory;
import dev.parley.permission.Permit;
import java.time.Duration;
import java.util.function.Consumer;

/** Runs nothing: tells what would have run, and reports that it succeeded with empty output. */
public final class RecordingRunner implements ActionRunner {
  private final Consumer<Proposal> record;

  /**
   * @param record is told what would have run, in order
   */
  public RecordingRunner(Consumer<Proposal> record) {
    this.record = record;
  }

  @Override
  public Outcome run(Permit permit, Intent intent, Inventory inventory, ActiveRun run) {
    var proposal = permit.proposal();
    record.accept(proposal);
    var results = proposal.targets().stream().map(RecordingRunner::succeeded).toList();
    return Outcomes.of(results, Duration.ZERO);
  }

  private static TargetResult succeeded(Proposal.Target target) {
    return new TargetResult(
        target.name(), ExecutionStatus.SUCCEEDED, 0, "", false, "", Duration.ZERO);
  }
}
