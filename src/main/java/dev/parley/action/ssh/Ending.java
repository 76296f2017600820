package dev.parley.action.ssh;

import dev.parley.action.ActiveRun;
import dev.parley.action.OutputBuffer;
import dev.parley.action.Verdict;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome.TargetResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A command that tells processes to end, which is done when they are gone. One that is dead and
 * only not yet cleared away by its parent is gone.
 */
final class Ending implements HostWork {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOKING = Duration.ofSeconds(15);
  private static final Duration FIRST_LOOK = Duration.ofMillis(200);
  private static final int NONE = 1;

  private final HostCommand command;
  private final List<String> processes;
  private final Duration betweenLooks;

  /**
   * @param processes their numbers
   */
  Ending(HostCommand command, List<String> processes, Duration betweenLooks) {
    this.command = command;
    this.processes = List.copyOf(processes);
    this.betweenLooks = betweenLooks;
  }

  @Override
  public Verdict verdict() {
    return command.verdict();
  }

  @Override
  public TargetResult run() {
    long began = System.nanoTime();
    var told = command.run();
    if (told.status() != ExecutionStatus.SUCCEEDED) {
      return told;
    }
    var stop = new CountDownLatch(1);
    command.active().whenStopped(stop::countDown);
    var last = new Looked(true, "");
    var pause = FIRST_LOOK;
    try {
      while (took(began).compareTo(PATIENCE) < 0) {
        if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return result(
              ExecutionStatus.CANCELLED, named() + " had been told to end by then.", began);
        }
        last = look();
        if (!last.running()) {
          return result(ExecutionStatus.SUCCEEDED, "", began);
        }
        pause = betweenLooks;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return verdict().lost("The assistant was stopped", new OutputBuffer(), took(began));
    }
    return last.problem().isEmpty()
        ? result(
            ExecutionStatus.FAILED,
            "%s was told to end and still runs on %s after %s; it may be finishing its work."
                .formatted(named(), verdict().target(), Verdict.words(PATIENCE)),
            began)
        : result(ExecutionStatus.UNKNOWN, last.problem(), began);
  }

  /** What a look at the processes told. */
  private record Looked(boolean running, String problem) {}

  private Looked look() {
    var argv = new ArrayList<String>();
    var told = verdict().argv();
    if (told.get(0).equals("sudo")) {
      argv.addAll(told.subList(0, told.indexOf("--") + 1));
    }
    argv.addAll(List.of("ps", "-o", "stat=", "-p", String.join(",", processes)));
    var question = new Verdict(verdict().target(), argv, Set.of(0, NONE), Integer.MAX_VALUE);
    var quiet = new ActiveRun(command.active().executionId());
    var answer = command.asking(question, LOOKING, quiet).run();
    if (answer.status() != ExecutionStatus.SUCCEEDED) {
      return new Looked(true, answer.problem());
    }
    boolean running = answer.output().lines().anyMatch(l -> !l.isBlank() && !l.startsWith("Z"));
    return new Looked(running, "");
  }

  private TargetResult result(ExecutionStatus status, String problem, long began) {
    var output = command.active().output(verdict().target());
    if (status == ExecutionStatus.SUCCEEDED) {
      var bytes = (named() + " has ended.\n").getBytes(StandardCharsets.UTF_8);
      output.write(bytes, 0, bytes.length);
    }
    output.end();
    return verdict().told(status, problem, output, took(began));
  }

  private String named() {
    return (processes.size() == 1 ? "Process " : "Each of the processes ")
        + String.join(", ", processes);
  }

  private static Duration took(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
