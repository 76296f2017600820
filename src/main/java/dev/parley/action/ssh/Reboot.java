package dev.parley.action.ssh;

import dev.parley.action.ActiveRun;
import dev.parley.action.ShellWords;
import dev.parley.action.Verdict;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome.TargetResult;
import dev.parley.inventory.Host;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A command that has a host start anew, which is done when the host answers again and says that it
 * has: the kernel gives each start an id of its own.
 */
final class Reboot implements HostWork {
  private static final List<String> BOOT_ID = List.of("cat", "/proc/sys/kernel/random/boot_id");
  private static final Duration LOOKING = Duration.ofSeconds(15);

  private final Host host;
  private final Verdict verdict;
  private final Duration limit;
  private final SshConnector connector;
  private final Duration betweenTries;
  private final LongSupplier clock;
  private final ActiveRun run;
  private final CountDownLatch stop = new CountDownLatch(1);
  private long began;

  /**
   * @param limit how long all of it may take
   * @param clock nanoseconds since any moment
   */
  Reboot(
      Host host,
      Verdict verdict,
      Duration limit,
      SshConnector connector,
      Duration betweenTries,
      LongSupplier clock,
      ActiveRun run) {
    this.host = host;
    this.verdict = verdict;
    this.limit = limit;
    this.connector = connector;
    this.betweenTries = betweenTries;
    this.clock = clock;
    this.run = run;
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public TargetResult run() {
    began = clock.getAsLong();
    run.whenStopped(stop::countDown);
    try {
      if (connector.endpoint(host).local()) {
        return verdict.refused(
            "%s is the assistant's own machine, so it would not see it come back; reboot it by hand."
                .formatted(host.name()),
            took(began));
      }
      var before = bootId();
      return run.stoppedBy().isPresent()
          ? verdict.stoppedBefore(run.stoppedBy().get())
          : run(before);
    } catch (ConnectionProblem | UncheckedIOException e) {
      return verdict.refused(String.valueOf(e.getMessage()), took(began));
    }
  }

  private TargetResult run(String before) throws ConnectionProblem {
    var session = connector.open(host);
    TargetResult told;
    try {
      told = new RemoteCommand(session, verdict, left(), run).run();
    } finally {
      session.close(true);
    }
    return setOff(told) ? comesBack(before) : told;
  }

  /** A host that goes down cuts the connection or ends the command, and that is how it should. */
  private static boolean setOff(TargetResult told) {
    return told.status() == ExecutionStatus.SUCCEEDED
        || told.status() == ExecutionStatus.UNKNOWN
        || (told.status() == ExecutionStatus.FAILED && told.exitStatus() == null);
  }

  private TargetResult comesBack(String before) {
    long away = clock.getAsLong();
    run.says(host.name(), "Waiting for %s to come back.\n".formatted(host.name()));
    String problem = null;
    try {
      do {
        if (stop.await(betweenTries.toMillis(), TimeUnit.MILLISECONDS)) {
          return stopped(away);
        }
        try {
          if (!bootId().equals(before)) {
            return back(took(away));
          }
          problem = null;
        } catch (ConnectionProblem | UncheckedIOException e) {
          problem = String.valueOf(e.getMessage());
        }
      } while (!left().isNegative());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return verdict.lost("The assistant was stopped", run.output(host.name()), took(began));
    }
    return notBack(problem);
  }

  private TargetResult back(Duration away) {
    return told(
        ExecutionStatus.SUCCEEDED,
        "%s was away for %s and is back, with another boot id."
            .formatted(host.name(), Verdict.words(away)),
        "");
  }

  private TargetResult notBack(@Nullable String problem) {
    var command = ShellWords.line(verdict.argv());
    return problem == null
        ? told(
            ExecutionStatus.FAILED,
            "",
            "%s answers, but with the boot id that it had before: within %s of %s it did not reboot."
                .formatted(host.name(), Verdict.words(limit), command))
        : told(
            ExecutionStatus.TIMED_OUT,
            "",
            "%s was told to reboot and has not come back within %s; look at its console. The last"
                    .formatted(host.name(), Verdict.words(limit))
                + " try said: "
                + problem);
  }

  private TargetResult stopped(long away) {
    return told(
        ExecutionStatus.CANCELLED,
        "",
        "%s stopped the wait for %s, which had been told to reboot %s before; that goes on there."
            .formatted(run.stoppedBy().orElse("Somebody"), host.name(), Verdict.words(took(away))));
  }

  private TargetResult told(ExecutionStatus status, String said, String problem) {
    var output = run.output(host.name());
    var bytes = said.getBytes(StandardCharsets.UTF_8);
    output.write(bytes, 0, bytes.length);
    output.end();
    return verdict.told(status, problem, output, took(began));
  }

  /** The id of the host's present start. */
  private String bootId() throws ConnectionProblem {
    var session = connector.open(host);
    try {
      var quiet = new ActiveRun(run.executionId());
      var look = new Verdict(host.name(), BOOT_ID, Set.of(0), 1);
      var result = new RemoteCommand(session, look, LOOKING, quiet).run();
      if (result.status() != ExecutionStatus.SUCCEEDED || result.output().isBlank()) {
        throw new ConnectionProblem(
            "The boot id of %s cannot be read, so a reboot could not be seen: %s"
                .formatted(host.name(), result.problem()));
      }
      return result.output().strip();
    } finally {
      session.close(true);
    }
  }

  private Duration left() {
    return limit.minus(took(began));
  }

  private Duration took(long since) {
    return Duration.ofNanos(clock.getAsLong() - since);
  }
}
