package dev.parley.fuzz;

import static dev.parley.fuzz.Fuzzed.holds;

import dev.parley.Answer;
import dev.parley.action.Execution;
import dev.parley.cli.conversationtest.Stage;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.delivery.Message;
import dev.parley.intent.Risk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A conversation of several people in one place, with what must hold looked at after each turn. */
final class WatchedTalk {
  private static final ConversationId ROOM = new ConversationId("test", "fuzzed");
  private static final List<String> PEOPLE = List.of("jason", "maria", "eve");
  private static final String WHO_ONLY_LOOKS = "eve";
  private static final int MANY = 1_000;

  private final Stage stage;
  private final List<String> shown = new ArrayList<>();
  private final Set<String> begun = new HashSet<>();
  private int turns;

  WatchedTalk(Stage stage) {
    this.stage = stage;
  }

  void wait15Minutes() {
    long before = stage.conversations().last(ROOM);
    stage.jump(Duration.ofMinutes(15));
    keep(before);
    // what was confirmed for a later time may have begun
    executions(before, List.of()).forEach(execution -> begun.add(execution.id()));
  }

  void say(String who, String text, boolean twice) {
    var speaker = Speaker.of("parley", who);
    var assistant = stage.conversations();
    long before = assistant.last(ROOM);
    var states = new HashMap<String, Answer.State>();
    PEOPLE.forEach(p -> states.put(p, assistant.state(Speaker.of("parley", p), ROOM)));
    var utterance = new Utterance("turn-" + ++turns, ROOM, speaker, text, stage.now());

    var answer = assistant.hear(utterance);
    answered(answer, text);
    executions(before, answer.executions())
        .filter(execution -> begun.add(execution.id()))
        .forEach(execution -> mayHaveBegun(execution, who, states, text));
    keep(before);
    answer.replies().forEach(reply -> shown.add(reply.plainText()));
    if (twice) {
      long now = assistant.last(ROOM);
      holds(assistant.hear(utterance).equals(answer), "%s is answered anew.", text);
      holds(assistant.last(ROOM) == now, "%s is heard again.", text);
    }
  }

  /** Whoever speaks gets words, and nothing in them acts on a terminal. */
  private static void answered(Answer answer, String text) {
    holds(!answer.replies().isEmpty(), "Nothing is said to: %s", text);
    for (var reply : answer.replies()) {
      var words = reply.plainText();
      holds(!words.isBlank(), "Nothing but spaces is said to: %s", text);
      words.lines().forEach(Fuzzed::oneLine);
    }
  }

  private Stream<Execution> executions(long before, List<Answer.ExecutionView> started) {
    var later = stage.conversations().after(ROOM, before, MANY).stream().map(Message::executionId);
    return Stream.concat(started.stream().map(Answer.ExecutionView::id), later)
        .filter(java.util.Objects::nonNull)
        .distinct()
        .flatMap(id -> stage.conversations().execution(id).stream());
  }

  private void mayHaveBegun(
      Execution execution, String who, Map<String, Answer.State> states, String text) {
    var proposal = execution.proposal();
    if (proposal.risk() == Risk.LOW) {
      return;
    }
    var about = execution.person() + " after " + who + " said: " + text;
    holds(!execution.person().endsWith(WHO_ONLY_LOOKS), "It ran for %s", about);
    var state = states.get(execution.person());
    holds(state != null && state.confirming(), "Nothing was confirmed by %s", about);
    holds(
        proposal.request().intent().equals(state.intent()),
        "%s was asked about, %s ran for %s",
        state.intent(),
        proposal.request().intent(),
        about);
    var exact = proposal.request().exactForm();
    holds(
        shown.stream().anyMatch(words -> words.contains(exact)),
        "%s was never shown, and ran for %s",
        exact,
        about);
    if (proposal.risk() == Risk.CRITICAL) {
      holds(!execution.person().equals(who), "%s approved it alone", about);
      holds(execution.approver() != null, "Nobody approved what ran for %s", about);
    } else {
      holds(execution.person().equals(who), "Somebody else said yes to %s", about);
    }
  }

  private void keep(long before) {
    stage.conversations().after(ROOM, before, MANY).stream()
        .map(said -> said.reply().plainText())
        .forEach(shown::add);
  }
}
