package dev.parley;

import dev.parley.action.Execution;
import dev.parley.audit.AuditEvent;
import dev.parley.conversation.Utterance;
import dev.parley.delivery.Message;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.DialogueId;
import dev.parley.dialogue.DialogueManager;
import dev.parley.dialogue.DialoguePolicy;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import dev.parley.person.Person;
import dev.parley.reply.Reply;
import dev.parley.reply.ResultWording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The loop that a message travels through: it is heard, understood, answered and recorded in one
 * commit; what it started runs after that commit, and a second commit holds how it ended.
 */
public final class Assistant {
  private final Mind mind;
  private final Stores stores;
  private final Clock clock;
  private final DialogueManager manager;
  private final AnswerComposer answers;
  private final ResultWording results = new ResultWording();

  public Assistant(Mind mind, Stores stores, DialoguePolicy policy, Clock clock) {
    this.mind = mind;
    this.stores = stores;
    this.clock = clock;
    this.manager = new DialogueManager(policy);
    this.answers = new AnswerComposer(mind.gatekeeper());
  }

  /** Hears one message and answers it. The same message heard twice gets its first answer. */
  public Answer hear(Utterance utterance) {
    var person = mind.people().identify(utterance.speaker());
    return stores
        .transactions()
        .call(
            () -> {
              stores.dialogues().lock(utterance.conversation());
              return stores
                  .inbox()
                  .answered(utterance, person.key())
                  .orElseGet(() -> hearNew(utterance, person));
            });
  }

  private Answer hearNew(Utterance utterance, Person person) {
    var now = clock.instant();
    var knowledge = mind.knowledge().current();
    var id = new DialogueId(utterance.conversation(), person.key());
    var dialogue = stores.dialogues().find(id).orElseGet(() -> Dialogue.start(id));
    var lastHeard = stores.inbox().lastHeard(utterance.conversation(), person.key());
    var ended =
        stores
            .journal()
            .endedSince(utterance.conversation(), person.key(), lastHeard.orElse(Instant.EPOCH));

    var turn = new Turn(mind, stores, manager, knowledge, person, utterance, now, dialogue).take();
    var answer = answers.compose(turn, ended, knowledge, person, utterance.conversation());

    stores.dialogues().save(turn.dialogue());
    stores.inbox().record(utterance, person.key(), answer);
    answer.replies().forEach(reply -> post(utterance, person, reply, now));
    return answer;
  }

  private void post(Utterance utterance, Person person, Reply reply, Instant now) {
    stores
        .outbox()
        .append(new Message(0, utterance.conversation(), person.key(), reply, null, now));
  }

  /**
   * Runs an execution that {@link #hear} stored, records how it went and posts the result where it
   * was asked for. Does nothing when it had begun before.
   */
  public void perform(String executionId) {
    var begun = stores.transactions().call(() -> begin(executionId));
    if (begun != null) {
      try {
        finished(executionId, run(begun));
      } finally {
        mind.runs().close(executionId);
      }
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

  /** Permission is judged again here: it may be long since the yes. */
  private Outcome run(Execution execution) {
    var knowledge = mind.knowledge().current();
    var person = mind.people().identify(execution.speaker());
    var intent = knowledge.catalog().find(execution.proposal().request().intent());
    if (intent.isEmpty()) {
      return refused("This can no longer be asked for, so nothing was run.");
    }
    return mind.gatekeeper()
        .permit(
            execution.id(), person, intent.get(), execution.proposal(), execution.conversation())
        .map(
            permit ->
                mind.runner()
                    .run(
                        permit,
                        intent.get(),
                        knowledge.inventory(),
                        mind.runs().open(execution.id())))
        .orElseGet(() -> refused("You may no longer do this, so nothing was run."));
  }

  private static Outcome refused(String explanation) {
    return new Outcome(ExecutionStatus.FAILED, explanation, List.of(), Duration.ZERO);
  }

  /** Records how an execution ended and tells it where it was asked for; once. */
  public void finished(String executionId, Outcome outcome) {
    stores
        .transactions()
        .call(
            () -> {
              stores
                  .journal()
                  .find(executionId)
                  .ifPresent(execution -> stores.dialogues().lock(execution.conversation()));
              var now = clock.instant();
              stores
                  .journal()
                  .finish(executionId, outcome, now)
                  .ifPresent(execution -> tell(execution, outcome, now));
              return executionId;
            });
  }

  private void tell(Execution execution, Outcome outcome, Instant now) {
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
    return switch (outcome.status()) {
      case UNKNOWN -> results.tellLost(intent.get(), proposal, true, knowledge.inventory());
      case CANCELLED -> results.tellLost(intent.get(), proposal, false, knowledge.inventory());
      default -> results.tell(intent.get(), proposal, outcome, knowledge.inventory());
    };
  }

  /**
   * Settles what a dead process left: begun is {@code unknown}, not begun is {@code cancelled}.
   * Whoever asked is told; nothing is run.
   */
  public void recover() {
    for (var execution : stores.journal().abandoned()) {
      boolean begun = execution.startedAt() != null;
      var status = begun ? ExecutionStatus.UNKNOWN : ExecutionStatus.CANCELLED;
      finished(execution.id(), new Outcome(status, "", List.of(), Duration.ZERO));
    }
  }
}
