package dev.parley.action.ssh;

import dev.parley.action.Action;
import dev.parley.action.ActiveRun;
import dev.parley.action.HeadLines;
import dev.parley.action.Outcomes;
import dev.parley.action.OutputBuffer;
import dev.parley.action.Plan;
import dev.parley.action.SlotValues;
import dev.parley.action.Verdict;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.intent.Outcome.TargetResult;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs a command on hosts, several at once, with an answer from each. */
public final class SshAction implements Action {
  /** How many hosts one action works on at the same time. */
  static final int AT_ONCE = 8;

  private final SshConnector connector;

  public SshAction(SshConnector connector) {
    this.connector = connector;
  }

  @Override
  public Plan plan(Intent intent, ActionRequest request, Inventory inventory) {
    return new SshPlanner(intent, request, inventory).plan();
  }

  @Override
  public Outcome run(
      Intent intent, ActionRequest request, Plan plan, Inventory inventory, ActiveRun run) {
    long began = System.nanoTime();
    var spec = (ActionSpec.Ssh) intent.action();
    int lines = HeadLines.of(spec.head(), new SlotValues(intent, request, inventory));
    var runs = plan.steps().stream().map(step -> new Run(step, spec, lines, connector)).toList();
    var results = runs.size() == 1 ? List.of(runs.get(0).call()) : together(runs);
    return Outcomes.of(results, Duration.ofNanos(System.nanoTime() - began));
  }

  private static List<TargetResult> together(List<Run> runs) {
    var pool =
        Executors.newFixedThreadPool(
            Math.min(AT_ONCE, runs.size()),
            work -> {
              var thread = new Thread(work, "ssh-host");
              thread.setDaemon(true);
              return thread;
            });
    try {
      return collect(runs, runs.stream().map(pool::submit).toList());
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<TargetResult> collect(List<Run> runs, List<Future<TargetResult>> futures) {
    var results = new ArrayList<TargetResult>();
    for (int i = 0; i < runs.size(); i++) {
      try {
        results.add(futures.get(i).get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        results.add(runs.get(i).lost("The assistant was stopped"));
      } catch (ExecutionException e) {
        results.add(runs.get(i).lost("The assistant failed (%s)".formatted(e.getCause())));
      }
    }
    return results;
  }

  /** The command on one host. */
  private record Run(Plan.Step step, ActionSpec.Ssh spec, int lines, SshConnector connector)
      implements Callable<TargetResult> {

    @Override
    public TargetResult call() {
      long began = System.nanoTime();
      try {
        var session = connector.open(host());
        try {
          return new RemoteCommand(session, verdict(), spec.timeout()).run();
        } finally {
          session.close(true);
        }
      } catch (ConnectionProblem | UncheckedIOException e) {
        var took = Duration.ofNanos(System.nanoTime() - began);
        return verdict().refused(String.valueOf(e.getMessage()), took);
      }
    }

    TargetResult lost(String why) {
      return verdict().lost(why, new OutputBuffer(), Duration.ZERO);
    }

    private Host host() {
      return Objects.requireNonNull(step.host());
    }

    private Verdict verdict() {
      return new Verdict(host().name(), step.argv(), spec.ok(), lines);
    }
  }
}
