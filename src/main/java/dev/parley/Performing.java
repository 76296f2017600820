package dev.parley;

import dev.parley.action.ActiveRun;
import dev.parley.action.Execution;
import dev.parley.action.Outcomes;
import dev.parley.audit.AuditEvent;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.permission.Decision;
import dev.parley.person.Person;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs what was accepted: begins it once, follows how it goes, and sees to it that how it ended is
 * stored, however often that takes.
 */
final class Performing {
  private static final Logger LOG = System.getLogger(Performing.class.getName());

  /** How long to wait with what could not be stored. */
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Mind mind;
  private final Stores stores;
  private final Clock clock;
  private final Timer timer;
  private final ProgressReports progress;
  private final Endings endings;

  Performing(
      Mind mind,
      Stores stores,
      Clock clock,
      Timer timer,
      ProgressReports progress,
      Endings endings) {
    this.mind = mind;
    this.stores = stores;
    this.clock = clock;
    this.timer = timer;
    this.progress = progress;
    this.endings = endings;
  }

  /**
   * Runs an execution that {@link Assistant#hear} stored, records how it went and posts the result
   * where it was asked for. Does nothing when it had begun before.
   */
  void perform(String executionId) {
    var begun = begun(executionId);
    if (begun != null) {
      var run = mind.runs().open(executionId);
      try {
        finishedUndisturbed(executionId, follow(begun, run));
      } finally {
        mind.runs().close(executionId);
      }
    }
  }

  /** What could not be begun, because nothing could be stored, is over; it is not tried again. */
  private @Nullable Execution begun(String executionId) {
    try {
      return stores.transactions().call(() -> begin(executionId));
    } catch (RuntimeException e) {
      persistently(
          "The execution %s could not begin".formatted(executionId), () -> giveUp(executionId));
      throw e;
    }
  }

  private @Nullable Execution begin(String executionId) {
    var now = clock.instant();
    var begun = stores.journal().begin(executionId, now).orElse(null);
    if (begun != null) {
      var where = begun.conversation().toString();
      stores.audit().append(new AuditEvent.ActionStarted(now, begun.person(), where, executionId));
    }
    return begun;
  }

  private void giveUp(String executionId) {
    stores
        .journal()
        .find(executionId)
        .filter(execution -> !execution.status().ended())
        .ifPresent(execution -> endings.finished(executionId, Endings.lost(execution)));
  }

  private Outcome follow(Execution execution, ActiveRun run) {
    try (var following = progress.follow(execution, run)) {
      return whatever(execution, run);
    }
  }

  /**
   * What has begun ends, whatever fails: nobody else looks after it while this process lives. Until
   * it was handed over nothing was run.
   */
  private Outcome whatever(Execution execution, ActiveRun run) {
    Supplier<Outcome> ready;
    try {
      ready =
          run.stoppedBy()
              .or(() -> stores.journal().stopWantedBy(execution.id()))
              .<Supplier<Outcome>>map(by -> () -> Outcomes.stoppedBefore(by))
              .orElseGet(() -> ready(execution, mind.pinned(), run));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The execution %s could not begin.".formatted(execution.id()), e);
      return Outcomes.failedBefore();
    }
    try {
      return ready.get();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "The execution %s failed.".formatted(execution.id()), e);
      return Outcomes.failedWithin(e);
    }
  }

  /** Permission is judged again here: it may be long since the yes. */
  private static Supplier<Outcome> ready(Execution execution, Mind mind, ActiveRun run) {
    var knowledge = mind.knowledge().current();
    var person = mind.people().identify(execution.speaker());
    var intent = knowledge.catalog().find(execution.proposal().request().intent());
    if (intent.isEmpty()) {
      return () -> Outcomes.refused("This can no longer be asked for, so nothing was run.");
    }
    return mind.gatekeeper()
        .permit(
            execution.id(),
            person,
            intent.get(),
            execution.proposal(),
            execution.conversation(),
            approver(execution, mind))
        .<Supplier<Outcome>>map(
            permit -> () -> mind.runner().run(permit, intent.get(), knowledge.inventory(), run))
        .orElseGet(() -> withheld(execution, intent.get(), person, mind));
  }

  private static Supplier<Outcome> withheld(
      Execution execution, Intent intent, Person person, Mind mind) {
    var proposal = execution.proposal();
    var decision =
        mind.gatekeeper()
            .judge(person, intent, proposal.request(), proposal.risk(), execution.conversation());
    var why = decision instanceof Decision.Denied denied ? " " + denied.explanation() : "";
    return () -> Outcomes.refused("You may no longer do this, so nothing was run." + why);
  }

  private static @Nullable Person approver(Execution execution, Mind mind) {
    return mind.people().all().stream()
        .filter(person -> person.key().equals(execution.approver()))
        .findFirst()
        .orElse(null);
  }

  /** A worker that is told to stop must not be cut off while it writes how its action ended. */
  private void finishedUndisturbed(String executionId, Outcome outcome) {
    boolean interrupted = Thread.interrupted();
    try {
      endings.finished(executionId, outcome);
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "How %s ended could not be stored; that is tried again.".formatted(executionId),
          e);
      persistently(
          "How %s ended could not be stored".formatted(executionId),
          () -> endings.finished(executionId, outcome));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Does something a little later, and again until it works. */
  private void persistently(String otherwise, Runnable task) {
    timer.after(
        AGAIN,
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, otherwise + "; that is tried again.", e);
            persistently(otherwise, task);
          }
        });
  }

  /** Tells what runs here to stop where somebody wants that elsewhere, and them how it goes. */
  void attend() {
    stores
        .journal()
        .stopsWanted()
        .forEach((id, by) -> mind.runs().find(id).ifPresent(run -> run.stop(by)));
    progress.noteLines();
  }
}
