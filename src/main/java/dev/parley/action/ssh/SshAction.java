package dev.parley.action.ssh;

import dev.parley.action.Action;
import dev.parley.action.ActiveRun;
import dev.parley.action.HeadLines;
import dev.parley.action.Outcomes;
import dev.parley.action.Plan;
import dev.parley.action.SlotValues;
import dev.parley.action.SpokenTime;
import dev.parley.action.Verdict;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.intent.SlotType;
import dev.parley.intent.Template;
import dev.parley.inventory.Inventory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Runs a command on hosts, several at once, with an answer from each. */
public final class SshAction implements Action {
  /** How many hosts one action works on at the same time. */
  static final int AT_ONCE = 8;

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

  private final SshConnector connector;
  private final Path workFolders;
  private final Duration betweenTries;
  private final LongSupplier clock;

  /**
   * @param workFolders where commands on the assistant's own machine get an empty folder each
   */
  public SshAction(SshConnector connector, Path workFolders) {
    this(connector, workFolders, BETWEEN_TRIES, System::nanoTime);
  }

  /**
   * @param betweenTries how long to wait before a host that reboots is looked for again
   * @param clock nanoseconds, by which a host that reboots has its time
   */
  SshAction(SshConnector connector, Path workFolders, Duration betweenTries, LongSupplier clock) {
    this.connector = connector;
    this.workFolders = workFolders;
    this.betweenTries = betweenTries;
    this.clock = clock;
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
    var values = new SlotValues(intent, request, inventory);
    int lines = HeadLines.of(spec.head(), values);
    var works =
        plan.steps().stream().map(step -> work(step, spec, lines, run, intent, values)).toList();
    // One after the other: a change that keeps a host from coming back takes out one, not all.
    var results =
        spec.until() == ActionSpec.Until.REBOOTED
            ? FanOut.oneByOne(works, run)
            : FanOut.together(works, AT_ONCE, run);
    return Outcomes.of(results, Duration.ofNanos(System.nanoTime() - began), run);
  }

  private HostWork work(
      Plan.Step step,
      ActionSpec.Ssh spec,
      int lines,
      ActiveRun run,
      Intent intent,
      SlotValues values) {
    var host = Objects.requireNonNull(step.host());
    var verdict = new Verdict(host.name(), step.argv(), spec.ok(), lines);
    var command = new HostCommand(host, verdict, spec.timeout(), connector, workFolders, run);
    if (spec.since() != null) {
      return new LogLines(command, since(spec.since(), values), beginning(spec.command()));
    }
    if (spec.until() == null) {
      return command;
    }
    return switch (spec.until()) {
      case REBOOTED ->
          new Reboot(host, verdict, spec.timeout(), connector, betweenTries, clock, run);
      case ENDED -> new Ending(command, processes(intent, values), betweenTries);
    };
  }

  private static Optional<Instant> since(String template, SlotValues values) {
    return new Template(template)
        .variables().stream()
            .flatMap(variable -> values.of(variable).stream())
            .findFirst()
            .map(time -> SpokenTime.past(time, Instant.now()));
  }

  /** The arguments before the first that holds a value. */
  private static String beginning(List<String> command) {
    return command.stream()
        .takeWhile(argument -> new Template(argument).variables().isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** The numbers that its slots of the type pid have. */
  private static List<String> processes(Intent intent, SlotValues values) {
    return intent.slots().stream()
        .filter(slot -> slot.type() == SlotType.PID)
        .map(slot -> new Template("{" + slot.name() + "}").variables().get(0))
        .flatMap(variable -> values.of(variable).stream())
        .toList();
  }
}
