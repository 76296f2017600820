package dev.parley;

import dev.parley.Answer.ExecutionView;
import dev.parley.Answer.NamedEntity;
import dev.parley.Answer.Phase;
import dev.parley.Answer.State;
import dev.parley.Answer.Understanding;
import dev.parley.action.Execution;
import dev.parley.conversation.ConversationId;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.Frame;
import dev.parley.dialogue.SystemAct;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.SlotValue;
import dev.parley.permission.Decision;
import dev.parley.permission.SecondPerson;
import dev.parley.person.LinkedAccounts.Link;
import dev.parley.person.Person;
import dev.parley.reply.Audience;
import dev.parley.reply.Pending;
import dev.parley.reply.Reply;
import dev.parley.reply.ReplyComposer;
import dev.parley.schedule.Scheduled;
import dev.parley.understanding.Entity;
import dev.parley.understanding.Interpretation;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what a message led to into its answer. */
final class AnswerComposer {
  /** How long what ended is still spoken of. */
  private static final Duration LATELY = Duration.ofDays(1);

  private final Stores stores;
  private final Clock clock;
  private final UnaryOperator<String> lastLines;
  private final ReplyComposer words = new ReplyComposer();

  /**
   * @param lastLines what an execution said last, by its id
   */
  AnswerComposer(Stores stores, Clock clock, UnaryOperator<String> lastLines) {
    this.lastLines = lastLines;
    this.stores = stores;
    this.clock = clock;
  }

  Answer compose(TurnResult turn, List<Execution> ended, Mind mind) {
    var about = turn.about();
    return new Answer(
        words(turn, mind),
        state(turn.dialogue()),
        understanding(turn.reading()),
        executions(turn, ended),
        about == null ? null : about.intent(),
        about == null ? Map.of() : slots(about),
        turn.sayings().stream().noneMatch(AnswerComposer::isPuzzled));
  }

  private static List<ExecutionView> executions(TurnResult turn, List<Execution> ended) {
    var begun = Stream.concat(turn.started().stream(), ended.stream()).map(AnswerComposer::view);
    var later = turn.scheduled().stream().map(AnswerComposer::view);
    return Stream.concat(begun, later).toList();
  }

  /** The words for what a turn led to. */
  List<Reply> words(TurnResult turn, Mind mind) {
    var whose = turn.whose();
    var audience = audience(mind, whose.person(), whose.conversation());
    return turn.sayings().stream().map(saying -> words.say(saying, audience)).toList();
  }

  /** What a second person is told who is somewhere else. */
  Reply request(SystemAct.AwaitApproval waiting, Participant asker, Person person, Mind mind) {
    return words.request(
        waiting, asker.person().name(), audience(mind, person, asker.conversation()));
  }

  private Audience audience(Mind mind, Person person, ConversationId conversation) {
    var knowledge = mind.knowledge().current();
    return new Audience(
        person.name(),
        person.roles(),
        person.zone(),
        knowledge.catalog(),
        knowledge.inventory(),
        () ->
            knowledge.catalog().all().stream()
                .filter(intent -> refusal(mind, intent, person, conversation).isEmpty())
                .toList(),
        intent -> refusal(mind, intent, person, conversation),
        knowledge.examples(),
        () -> pending(mind, person, conversation),
        () -> accounts(person),
        clock.instant());
  }

  /** Those of the file, and those that they linked. */
  private List<String> accounts(Person person) {
    var linked = stores.accounts().of(person.key()).stream().map(Link::account);
    return Stream.concat(person.accounts().stream(), linked)
        .map(account -> account.platform() + ":" + account.id())
        .distinct()
        .toList();
  }

  /** What this person has running or had last, what waits for a second person or for its time. */
  private Pending pending(Mind mind, Person person, ConversationId conversation) {
    var now = clock.instant();
    var running =
        stores.journal().open().stream()
            .filter(execution -> execution.person().equals(person.key()))
            .toList();
    var ended = stores.journal().endedSince(conversation, person.key(), now.minus(LATELY));
    return new Pending(
        running,
        lastLines,
        ended.isEmpty() ? null : ended.get(ended.size() - 1),
        stores.approvals().waiting(now).stream()
            .filter(approval -> SecondPerson.concerns(approval, person))
            .toList(),
        stores.schedule().waiting().stream()
            .filter(l -> l.person().equals(person.key()) || l.conversation().equals(conversation))
            .map(later -> later(mind, person, later))
            .toList(),
        now);
  }

  private static Pending.Later later(Mind mind, Person person, Scheduled later) {
    boolean own = later.person().equals(person.key());
    var asker = own ? "" : mind.people().identify(later.speaker()).name();
    return new Pending.Later(later.shortId(), later.proposal(), asker);
  }

  /** Why this person may not ask for an intent; empty where they may. */
  static String refusal(Mind mind, Intent intent, Person person, ConversationId conversation) {
    var request = ActionRequest.of(intent.name());
    var decision =
        mind.gatekeeper().judge(person, intent, request, intent.risk(request), conversation);
    return decision instanceof Decision.Denied denied ? denied.explanation() : "";
  }

  private static boolean isPuzzled(SystemAct.Saying saying) {
    return saying instanceof SystemAct.NotUnderstood || saying instanceof SystemAct.OfferReadings;
  }

  static State state(Dialogue dialogue) {
    var top = dialogue.top().orElse(null);
    if (top instanceof Frame.Collecting frame) {
      var request = frame.draft().request();
      return new State(Phase.COLLECTING, request.intent(), slots(request), frame.asked(), false);
    }
    if (top instanceof Frame.Confirming frame) {
      var request = frame.proposal().request();
      return new State(Phase.CONFIRMING, request.intent(), slots(request), null, true);
    }
    if (top instanceof Frame.Proving frame) {
      var request = frame.proposal().request();
      return new State(Phase.CONFIRMING, request.intent(), slots(request), null, true);
    }
    if (top instanceof Frame.Approving frame) {
      var request = frame.proposal().request();
      return new State(Phase.APPROVING, request.intent(), slots(request), null, true);
    }
    var phase = top instanceof Frame.Choosing ? Phase.CHOOSING : Phase.IDLE;
    return new State(phase, null, null, null, false);
  }

  private static Understanding understanding(@Nullable Interpretation reading) {
    if (reading == null) {
      return new Understanding(null, 0, List.of(), List.of());
    }
    var best = reading.ranking().stream().findFirst();
    return new Understanding(
        reading.objection() == null ? reading.intent().orElse(null) : null,
        best.map(scored -> scored.confidence()).orElse(0.0),
        reading.ranking(),
        reading.entities().stream().map(AnswerComposer::entity).toList());
  }

  private static NamedEntity entity(Entity entity) {
    var value = entity.values().stream().map(SlotValue::shown).collect(Collectors.joining(","));
    return new NamedEntity(
        entity.type().label(), entity.text(), value, entity.start(), entity.end());
  }

  static ExecutionView view(Execution execution) {
    var request = execution.proposal().request();
    return new ExecutionView(execution.id(), request.intent(), slots(request), execution.status());
  }

  private static ExecutionView view(Scheduled later) {
    var request = later.proposal().request();
    return new ExecutionView(
        later.id(), request.intent(), slots(request), ExecutionStatus.SCHEDULED, later.due());
  }

  private static Map<String, List<String>> slots(ActionRequest request) {
    var slots = new LinkedHashMap<String, List<String>>();
    request.slots().keySet().forEach(slot -> slots.put(slot, request.canonical(slot)));
    return slots;
  }
}
