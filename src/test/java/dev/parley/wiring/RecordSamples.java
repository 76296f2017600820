package dev.parley.wiring;

import dev.parley.Answer;
import dev.parley.action.Execution;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.delivery.Message;
import dev.parley.dialogue.Draft;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import dev.parley.intent.SlotValue;
import dev.parley.reply.Reply;
import dev.parley.understanding.ScoredIntent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Things to keep; every conversation and execution is a new one. */
final class RecordSamples {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");
  static final Speaker JASON = new Speaker("os", "jason", "Jason", null);
  static final ActionRequest REQUEST = request();
  static final Draft DRAFT =
      new Draft(
          REQUEST,
          List.of(new Draft.Trouble("host", Draft.Trouble.Kind.UNKNOWN, "wbe", List.of("web-01"))));
  static final Proposal PROPOSAL =
      new Proposal(
          REQUEST,
          Risk.HIGH,
          "f00d",
          List.of(new Proposal.Target("web-01", "192.168.0.24")),
          List.of("ssh web-01: systemctl restart apache2"),
          List.of("apache is not listed on web-01."));

  private RecordSamples() {}

  private static ActionRequest request() {
    var slots = new LinkedHashMap<String, List<SlotValue>>();
    slots.put("service", List.of(SlotValue.of("apache", "httpd")));
    slots.put("host", List.of(SlotValue.of("web-01", "192.168.0.24"), SlotValue.unknown("wbe")));
    return new ActionRequest("restart_service", slots);
  }

  static ConversationId conversation() {
    return new ConversationId("api", "client:7/" + UUID.randomUUID());
  }

  static Utterance utterance(ConversationId conversation, String messageId, Instant at) {
    return new Utterance(messageId, conversation, JASON, "restart \"httpd\" – bitte 🙂", at);
  }

  static Message message(ConversationId conversation, String text) {
    return new Message(0, conversation, "jason", Reply.text(text), null, NOON);
  }

  static Execution execution(ConversationId conversation) {
    return new Execution(
        UUID.randomUUID().toString(),
        PROPOSAL,
        "jason",
        new Speaker("parley", "jason", "jason", "admin-token"),
        conversation,
        "maria",
        ExecutionStatus.SCHEDULED,
        null,
        NOON,
        null,
        null);
  }

  static Outcome outcome(ExecutionStatus status) {
    var result =
        new Outcome.TargetResult(
            "web-01", status, null, "line\nline", true, "It hung.", Duration.ofMillis(2500));
    return new Outcome(status, "It took too long.", List.of(result), Duration.ofSeconds(3));
  }

  static Answer answer(String text) {
    var slots = Map.of("service", List.of("apache"));
    return new Answer(
        List.of(Reply.text(text)),
        new Answer.State(Answer.Phase.COLLECTING, "restart_service", slots, "host", false),
        new Answer.Understanding(
            "restart_service",
            0.98,
            List.of(new ScoredIntent("restart_service", 0.98)),
            List.of(new Answer.NamedEntity("service", "httpd", "apache", 8, 13))),
        List.of(
            new Answer.ExecutionView("e-1", "restart_service", slots, ExecutionStatus.SCHEDULED)),
        "restart_service",
        slots,
        true);
  }

  /** An answer in which everything that may be missing is. */
  static Answer emptyAnswer() {
    return new Answer(
        List.of(),
        new Answer.State(Answer.Phase.IDLE, null, null, null, false),
        new Answer.Understanding(null, 0, List.of(), List.of()),
        List.of(),
        null,
        Map.of(),
        false);
  }
}
