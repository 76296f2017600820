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
import dev.parley.intent.Intent;
import dev.parley.intent.SlotValue;
import dev.parley.knowledge.Knowledge;
import dev.parley.permission.Decision;
import dev.parley.permission.Gatekeeper;
import dev.parley.person.Person;
import dev.parley.reply.Audience;
import dev.parley.reply.ReplyComposer;
import dev.parley.understanding.Entity;
import dev.parley.understanding.Interpretation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what a message led to into its answer. */
final class AnswerComposer {
  private final Gatekeeper gatekeeper;
  private final ReplyComposer words = new ReplyComposer();

  AnswerComposer(Gatekeeper gatekeeper) {
    this.gatekeeper = gatekeeper;
  }

  Answer compose(
      TurnResult turn,
      List<Execution> ended,
      Knowledge knowledge,
      Person person,
      ConversationId conversation) {
    var audience = audience(knowledge, person, conversation);
    var replies = turn.sayings().stream().map(saying -> words.say(saying, audience)).toList();
    var about = turn.about();
    return new Answer(
        replies,
        state(turn.dialogue()),
        understanding(turn.reading()),
        Stream.concat(turn.started().stream(), ended.stream()).map(AnswerComposer::view).toList(),
        about == null ? null : about.intent(),
        about == null ? Map.of() : slots(about),
        turn.sayings().stream().noneMatch(AnswerComposer::isPuzzled));
  }

  private Audience audience(Knowledge knowledge, Person person, ConversationId conversation) {
    return new Audience(
        person.name(),
        person.roles(),
        person.zone(),
        knowledge.catalog(),
        knowledge.inventory(),
        () ->
            knowledge.catalog().all().stream()
                .filter(intent -> mayAsk(intent, person, conversation))
                .toList());
  }

  private boolean mayAsk(Intent intent, Person person, ConversationId conversation) {
    var request = ActionRequest.of(intent.name());
    var decision = gatekeeper.judge(person, intent, request, intent.risk(request), conversation);
    return decision instanceof Decision.Allowed;
  }

  private static boolean isPuzzled(SystemAct.Saying saying) {
    return saying instanceof SystemAct.NotUnderstood || saying instanceof SystemAct.OfferReadings;
  }

  private static State state(Dialogue dialogue) {
    var top = dialogue.top().orElse(null);
    if (top instanceof Frame.Collecting frame) {
      var request = frame.draft().request();
      return new State(Phase.COLLECTING, request.intent(), slots(request), frame.asked(), false);
    }
    if (top instanceof Frame.Confirming frame) {
      var request = frame.proposal().request();
      return new State(Phase.CONFIRMING, request.intent(), slots(request), null, true);
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
    var value = entity.values().stream().map(SlotValue::canonical).collect(Collectors.joining(","));
    return new NamedEntity(
        entity.type().label(), entity.text(), value, entity.start(), entity.end());
  }

  static ExecutionView view(Execution execution) {
    var request = execution.proposal().request();
    return new ExecutionView(execution.id(), request.intent(), slots(request), execution.status());
  }

  private static Map<String, List<String>> slots(ActionRequest request) {
    var slots = new LinkedHashMap<String, List<String>>();
    request.slots().keySet().forEach(slot -> slots.put(slot, request.canonical(slot)));
    return slots;
  }
}
