package dev.parley;

import dev.parley.action.ActiveRun;
import dev.parley.action.Execution;
import dev.parley.action.Outcomes;
import dev.parley.audit.AuditEvent;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.delivery.Message;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.DialogueManager;
import dev.parley.dialogue.DialoguePolicy;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.permission.Approval;
import dev.parley.person.Person;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The loop that a message travels through: it is heard, understood, answered and recorded in one
 * commit; what it started runs after that commit, and a second commit holds how it ended.
 */
public final class Assistant {
  /** How late what is scheduled may begin, where nothing else is said. */
  public static final Duration GRACE = Duration.ofMinutes(1);

  private static final Logger LOG = System.getLogger(Assistant.class.getName());

  /** So much the clocks of those may differ who say when a message was sent. */
  private static final Duration OUT_OF_STEP = Duration.ofSeconds(2);

  /** How long to wait with what could not be stored. */
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private static final Set<ExecutionStatus> LOST =
      EnumSet.of(ExecutionStatus.UNKNOWN, ExecutionStatus.CANCELLED);

  private final Mind mind;
  private final Stores stores;
  private final Clock clock;
  private final DialoguePolicy policy;
  private final DialogueManager manager;
  private final AnswerComposer answers;
  private final Afterwards after;
  private final ResultWording results = new ResultWording();
  private final ProgressReports progress;
  private final Timer timer;
  private final Measures measures;
  private final Duration grace;
  private final Keeping keeping;
  private final DueActions dueActions;
  private volatile boolean stopping;

  /** An assistant that says nothing between the start of an action and its end. */
  public Assistant(Mind mind, Stores stores, DialoguePolicy policy, Clock clock) {
    this(mind, stores, policy, clock, Timer.NONE);
  }

  /** An assistant that nobody measures. */
  public Assistant(Mind mind, Stores stores, DialoguePolicy policy, Clock clock, Timer timer) {
    this(mind, stores, policy, clock, timer, Measures.none(), GRACE);
  }

  /**
   * @param timer tells when to say how an action goes on that takes its time
   * @param measures is told how much goes on
   * @param grace how late what is scheduled may begin and still be on time
   */
  public Assistant(
      Mind mind,
      Stores stores,
      DialoguePolicy policy,
      Clock clock,
      Timer timer,
      Measures measures,
      Duration grace) {
    this.measures = measures;
    this.mind = mind;
    this.stores = stores;
    this.clock = clock;
    this.timer = timer;
    this.progress = new ProgressReports(mind, stores, clock, timer);
    this.policy = policy;
    this.manager = new DialogueManager(policy);
    this.answers = new AnswerComposer(stores, clock, progress::lastLine);
    this.after = new Afterwards(stores, answers, clock);
    this.grace = grace;
    this.keeping = new Keeping(stores);
    this.dueActions = new DueActions(mind, stores, policy, answers, clock, grace);
  }

  /** Hears one message and answers it. The same message heard twice gets its first answer. */
  public Answer hear(Utterance utterance) {
    if (stopping) {
      throw new StoppingException();
    }
    long began = System.nanoTime();
    var now = mind.pinned();
    var person = now.people().identify(utterance.speaker());
    var whose = new Participant(person, utterance.speaker(), utterance.conversation());
    var heard =
        stores
            .transactions()
            .call(
                () -> {
                  lock(utterance);
                  return stores
                      .inbox()
                      .answered(utterance, person.key())
                      .map(answer -> new HeardOnce(answer, null))
                      .orElseGet(() -> hearNew(utterance, whose, now));
                });
    if (heard.turn() != null) {
      after.commit(heard.turn(), now);
      measures.heard(heard.answer().understood(), Duration.ofNanos(System.nanoTime() - began));
    }
    return heard.answer();
  }

  /** Where a speaker's own dialogue stands now. */
  public Answer.State state(Speaker speaker, ConversationId conversation) {
    var whose = new Participant(mind.people().identify(speaker), speaker, conversation);
    return AnswerComposer.state(
        stores
            .dialogues()
            .find(whose.dialogue())
            .orElseGet(() -> Dialogue.start(whose.dialogue())));
  }

  /** What a speaker may ask for in a place. */
  public List<Intent> askable(Speaker speaker, ConversationId conversation) {
    var now = mind.pinned();
    var person = now.people().identify(speaker);
    return now.knowledge().current().catalog().all().stream()
        .filter(intent -> AnswerComposer.refusal(now, intent, person, conversation).isEmpty())
        .toList();
  }

  /** Hears nothing more; what runs goes on. */
  public void stop() {
    stopping = true;
  }

  /** An answer, and the turn that led to it unless the message was heard before. */
  private record HeardOnce(Answer answer, @Nullable TurnResult turn) {}

  /**
   * Holds the conversation; for what may settle another's request also the places of those that
   * wait, all in one order, so that two messages never wait for each other.
   */
  private void lock(Utterance utterance) {
    var places = new TreeMap<String, ConversationId>();
    places.put(utterance.conversation().toString(), utterance.conversation());
    Settlement.of(utterance.text()).stream()
        .flatMap(settlement -> stores.journal().unknown(settlement.id()).stream())
        .map(Execution::conversation)
        .forEach(place -> places.put(place.toString(), place));
    if (ApprovalDesk.maySettle(utterance.text())) {
      stores.approvals().waiting(clock.instant()).stream()
          .map(Approval::conversation)
          .forEach(place -> places.put(place.toString(), place));
    }
    places.values().forEach(stores.dialogues()::lock);
  }

  private HeardOnce hearNew(Utterance utterance, Participant whose, Mind pinned) {
    var now = clock.instant();
    var person = whose.person().key();
    var lastHeard = stores.inbox().lastHeard(utterance.conversation(), person);
    var ended =
        stores
            .journal()
            .endedSince(utterance.conversation(), person, lastHeard.orElse(Instant.EPOCH));

    var moment = moment(pinned, now);
    var heard = new Turn(moment, whose);
    var turn = heard.hear(utterance, overtaken(utterance, lastHeard, now));
    var answer = answers.compose(turn, ended, pinned);

    stores.inbox().record(heard.kept(), person, answer);
    keeping.keep(turn, answer.replies(), now);
    for (var other : turn.elsewhere()) {
      keeping.keep(other, answers.words(other, pinned), now);
    }
    return new HeardOnce(answer, turn);
  }

  /** Where it did not come late, it is only that a clock was set back. */
  private static boolean overtaken(Utterance utterance, Optional<Instant> last, Instant now) {
    var sent = utterance.at().plus(OUT_OF_STEP);
    return sent.isBefore(now) && last.filter(sent::isBefore).isPresent();
  }

  private Moment moment(Mind pinned, Instant now) {
    var desk = new ApprovalDesk(pinned.people(), stores, policy.approvalLasts(), now);
    return new Moment(pinned, stores, manager, pinned.knowledge().current(), desk, grace, now);
  }

  /**
   * Runs an execution that {@link #hear} stored, records how it went and posts the result where it
   * was asked for. Does nothing when it had begun before.
   */
  public void perform(String executionId) {
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

  private void giveUp(String executionId) {
    stores
        .journal()
        .find(executionId)
        .filter(execution -> !execution.status().ended())
        .ifPresent(execution -> finished(executionId, lost(execution)));
  }

  /** A worker that is told to stop must not be cut off while it writes how its action ended. */
  private void finishedUndisturbed(String executionId, Outcome outcome) {
    boolean interrupted = Thread.interrupted();
    try {
      finished(executionId, outcome);
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "How %s ended could not be stored; that is tried again.".formatted(executionId),
          e);
      persistently(
          "How %s ended could not be stored".formatted(executionId),
          () -> finished(executionId, outcome));
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

  private Outcome follow(Execution execution, ActiveRun run) {
    try (var following = progress.follow(execution, run)) {
      var stopped =
          run.stoppedBy()
              .or(() -> stores.journal().stopWantedBy(execution.id()))
              .map(Outcomes::stoppedBefore);
      return stopped.orElseGet(() -> run(execution, mind.pinned(), run));
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

  /**
   * Has something scheduled begin, because its time has come; says so where it was asked for. What
   * has become late, or is no longer what was confirmed, is not run, and its person is told.
   */
  public void due(String scheduledId) {
    dueActions.due(scheduledId);
  }

  /** Permission is judged again here: it may be long since the yes. */
  private static Outcome run(Execution execution, Mind mind, ActiveRun run) {
    var knowledge = mind.knowledge().current();
    var person = mind.people().identify(execution.speaker());
    var intent = knowledge.catalog().find(execution.proposal().request().intent());
    if (intent.isEmpty()) {
      return refused("This can no longer be asked for, so nothing was run.");
    }
    return mind.gatekeeper()
        .permit(
            execution.id(),
            person,
            intent.get(),
            execution.proposal(),
            execution.conversation(),
            approver(execution, mind))
        .map(permit -> mind.runner().run(permit, intent.get(), knowledge.inventory(), run))
        .orElseGet(() -> refused("You may no longer do this, so nothing was run."));
  }

  private static @Nullable Person approver(Execution execution, Mind mind) {
    return mind.people().all().stream()
        .filter(person -> person.key().equals(execution.approver()))
        .findFirst()
        .orElse(null);
  }

  private static Outcome refused(String explanation) {
    return new Outcome(ExecutionStatus.FAILED, explanation, List.of(), Duration.ZERO);
  }

  /**
   * Records how an execution ended and tells it where it was asked for; once. What was to follow it
   * begins, or is left out, in the same commit.
   */
  public void finished(String executionId, Outcome outcome) {
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
    var turn = new Turn(moment(pinned, now), whose).ended(execution.id(), status);
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

  /**
   * Settles what a dead process left: begun is {@code unknown}, not begun is {@code cancelled}, and
   * what was due meanwhile is missed. Whoever asked is told, or asked; nothing is run.
   */
  public void recover() {
    recover(false);
  }

  /**
   * @param restored whether what is kept came out of a backup: what is scheduled may have run since
   */
  public void recover(boolean restored) {
    settleLost();
    dueActions.settleMissed(restored);
  }

  /** The same of what began or was to begin at once. */
  public void settleLost() {
    stores.journal().abandoned().forEach(this::settleLost);
  }

  private void settleLost(Execution left) {
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
                        return goOn(execution, outcome.status(), pinned, now);
                      });
            })
        .ifPresent(turn -> after.commit(turn, pinned));
  }

  private static Outcome lost(Execution execution) {
    boolean begun = execution.startedAt() != null;
    var status = begun ? ExecutionStatus.UNKNOWN : ExecutionStatus.CANCELLED;
    return new Outcome(status, "", List.of(), Duration.ZERO);
  }

  /** Tells what runs here to stop where somebody wants that elsewhere, and them how it goes. */
  public void attend() {
    stores
        .journal()
        .stopsWanted()
        .forEach((id, by) -> mind.runs().find(id).ifPresent(run -> run.stop(by)));
    progress.noteLines();
  }
}
