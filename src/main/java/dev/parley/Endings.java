package dev.parley;

import dev.parley.action.Execution;
import dev.parley.audit.AuditEvent;
import dev.parley.delivery.Message;
import dev.parley.dialogue.DialoguePolicy;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import dev.parley.reply.Reply;
import dev.parley.reply.ResultWording;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How executions ended: recorded, told where it was asked for, and what was to follow begun or left
 * out, in one commit.
 */
final class Endings {
  private static final Logger LOG = System.getLogger(Endings.class.getName());
  private static final Set<ExecutionStatus> LOST =
      EnumSet.of(ExecutionStatus.UNKNOWN, ExecutionStatus.CANCELLED);

  private final Mind mind;
  private final Stores stores;
  private final DialoguePolicy policy;
  private final Clock clock;
  private final Measures measures;
  private final Duration grace;
  private final AnswerComposer answers;
  private final Afterwards after;
  private final Keeping keeping;
  private final ResultWording results = new ResultWording();

  Endings(
      Mind mind,
      Stores stores,
      DialoguePolicy policy,
      Clock clock,
      Measures measures,
      Duration grace,
      AnswerComposer answers,
      Afterwards after) {
    this.mind = mind;
    this.stores = stores;
    this.policy = policy;
    this.clock = clock;
    this.measures = measures;
    this.grace = grace;
    this.answers = answers;
    this.after = after;
    this.keeping = new Keeping(stores);
  }

  /**
   * Records how an execution ended and tells it where it was asked for; once. What was to follow it
   * begins, or is left out, in the same commit.
   */
  void finished(String executionId, Outcome outcome) {
    try {
      finished(executionId, outcome, outcome.status());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "What was to follow " + executionId + " could not begin.", e);
      finished(executionId, outcome, ExecutionStatus.UNKNOWN);
    }
  }

  /**
   * @param followed the status by which it is decided whether anything follows: how an action ended
   *     is kept also where what follows it is the trouble
   */
  private void finished(String executionId, Outcome outcome, ExecutionStatus followed) {
    var pinned = mind.pinned();
    stores
        .transactions()
        .call(
            () -> {
              stores
                  .journal()
                  .find(executionId)
                  .ifPresent(execution -> stores.dialogues().lock(execution.conversation()));
              var now = clock.instant();
              var ended = stores.journal().finish(executionId, outcome, now);
              if (ended.isEmpty()) {
                endedAfterAll(executionId, outcome, now);
              }
              return ended.flatMap(
                  execution -> {
                    tell(execution, outcome, now);
                    return goOn(execution, followed, pinned, now);
                  });
            })
        .ifPresent(turn -> after.commit(turn, pinned));
  }

  /** This process was taken to be dead while it ran; what was to follow has been left out. */
  private void endedAfterAll(String executionId, Outcome outcome, Instant now) {
    if (outcome.status() != ExecutionStatus.UNKNOWN && mind.runs().find(executionId).isPresent()) {
      stores
          .journal()
          .settle(executionId, outcome, now)
          .ifPresent(execution -> tell(execution, outcome, now));
    }
  }

  /** Takes up what was to follow in the dialogue of whoever asked. */
  private Optional<TurnResult> goOn(
      Execution execution, ExecutionStatus status, Mind pinned, Instant now) {
    var person = pinned.people().identify(execution.speaker());
    var whose = new Participant(person, execution.speaker(), execution.conversation());
    var turn =
        new Turn(Moment.of(pinned, stores, policy, grace, now), whose)
            .ended(execution.id(), status);
    turn.ifPresent(led -> keeping.keep(led, answers.words(led, pinned), execution.id(), now));
    return turn;
  }

  private void tell(Execution execution, Outcome outcome, Instant now) {
    measures.ended(execution.proposal().request().intent(), outcome.status(), outcome.took());
    stores
        .audit()
        .append(
            new AuditEvent.ActionEnded(
                now,
                execution.person(),
                execution.conversation().toString(),
                execution.id(),
                outcome.status().label(),
                outcome.explanation()));
    stores
        .outbox()
        .append(
            new Message(
                0,
                execution.conversation(),
                execution.person(),
                words(execution, outcome),
                execution.id(),
                now));
  }

  private Reply words(Execution execution, Outcome outcome) {
    var knowledge = mind.knowledge().current();
    var proposal = execution.proposal();
    var intent = knowledge.catalog().find(proposal.request().intent());
    if (intent.isEmpty()) {
      return Reply.text(proposal.request().exactForm() + ": " + outcome.status().label());
    }
    // Only what a dead process left has nobody who could explain how it ended.
    boolean lost = outcome.explanation().isEmpty() && LOST.contains(outcome.status());
    return lost
        ? results.tellLost(
            intent.get(),
            proposal,
            execution.id(),
            outcome.status() == ExecutionStatus.UNKNOWN,
            knowledge.inventory())
        : results.tell(intent.get(), proposal, outcome, execution.id(), knowledge.inventory());
  }

  /** The same of what began or was to begin at once. */
  void settleLost() {
    for (var left : stores.journal().abandoned()) {
      try {
        settleLost(left, true);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "What was to follow " + left.id() + " could not be left out.", e);
        settleAlone(left);
      }
    }
  }

  /** One that cannot be settled keeps none of the others waiting; it is tried again. */
  private void settleAlone(Execution left) {
    try {
      settleLost(left, false);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "How " + left.id() + " ended could not be told yet.", e);
    }
  }

  private void settleLost(Execution left, boolean follows) {
    var pinned = mind.pinned();
    var outcome = lost(left);
    stores
        .transactions()
        .call(
            () -> {
              stores.dialogues().lock(left.conversation());
              var now = clock.instant();
              return stores
                  .journal()
                  .abandon(left, outcome, now)
                  .flatMap(
                      execution -> {
                        tell(execution, outcome, now);
                        return follows
                            ? goOn(execution, outcome.status(), pinned, now)
                            : Optional.<TurnResult>empty();
                      });
            })
        .ifPresent(turn -> after.commit(turn, pinned));
  }

  static Outcome lost(Execution execution) {
    boolean begun = execution.startedAt() != null;
    var status = begun ? ExecutionStatus.UNKNOWN : ExecutionStatus.CANCELLED;
    return new Outcome(status, "", List.of(), Duration.ZERO);
  }
}
