package dev.parley.cli.conversationtest;

import dev.parley.Answer;
import dev.parley.action.Execution;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.intent.IntentCatalog;
import dev.parley.web.Conversations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Holds each conversation with an assistant of its own, several at the same time. */
public final class TestRunner {
  private static final int MANY = 1_000;

  private final Supplier<? extends Stage> stages;
  private final Judge judge;

  /**
   * @param stages makes an assistant that knows nothing of other conversations, and has carried out
   *     what a message started before it answers
   */
  public TestRunner(Supplier<? extends Stage> stages, IntentCatalog catalog) {
    this.stages = stages;
    this.judge = new Judge(catalog);
  }

  /** Runs them all and reports in their order. */
  public TestReport run(List<ConversationTest> tests) throws InterruptedException {
    var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      var jobs =
          tests.stream().map(test -> (Callable<TestReport.Result>) () -> hold(test)).toList();
      var results = new ArrayList<TestReport.Result>();
      for (var job : pool.invokeAll(jobs)) {
        results.add(job.get());
      }
      return new TestReport(results);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A conversation could not be held.", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private TestReport.Result hold(ConversationTest test) {
    var stage = stages.get();
    var place = new ConversationId("test", test.name());
    var known = new HashSet<String>();
    var failures = new ArrayList<TestReport.Failure>();
    for (int i = 0; i < test.turns().size(); i++) {
      var turn = test.turns().get(i);
      var verdict = verdict(stage, place, turn, i + 1, known);
      if (!verdict.passed()) {
        failures.add(new TestReport.Failure(test, i + 1, verdict.expected(), verdict.actual()));
      }
    }
    return new TestReport.Result(test, failures);
  }

  private Judge.Verdict verdict(
      Stage stage,
      ConversationId place,
      ConversationTest.Turn turn,
      int number,
      Set<String> known) {
    try {
      return judge.judge(turn.expect(), observe(stage, place, turn, number, known));
    } catch (RuntimeException e) {
      var expected = new LinkedHashMap<String, @org.jspecify.annotations.Nullable Object>();
      expected.put("answer", "an answer");
      var actual = new LinkedHashMap<String, @org.jspecify.annotations.Nullable Object>();
      actual.put("answer", "it failed: " + e);
      return new Judge.Verdict(expected, actual);
    }
  }

  private Observed observe(
      Stage stage,
      ConversationId place,
      ConversationTest.Turn turn,
      int number,
      Set<String> known) {
    stage.jump(turn.faults().clock());
    long before = stage.conversations().last(place);
    var speaker = Speaker.of("parley", turn.by());
    var sent = stage.now().minus(turn.faults().late());
    var message = new Utterance("turn-" + number, place, speaker, turn.text(), sent);
    var answer = deliver(stage, message, turn.faults());
    var assistant = stage.conversations();
    var later =
        assistant.after(place, before, MANY).stream()
            .map(said -> said.reply().plainText())
            .toList();
    var afterwards = assistant.state(speaker, place);
    return Observed.of(answer, afterwards, followers(assistant, answer), known, later);
  }

  private static Answer deliver(Stage stage, Utterance message, Faults faults) {
    var crash = faults.crash();
    if (crash != null) {
      stage.dieAt(crash);
    }
    Answer answer;
    try {
      answer = stage.conversations().hear(message);
    } catch (Stage.Died e) {
      stage.restart();
      return deliver(
          stage, message, new Faults(faults.delivery(), Duration.ZERO, Duration.ZERO, null));
    }
    if (crash != null) {
      stage.restart();
    }
    if (faults.delivery() != Faults.Delivery.ONCE) {
      var again =
          faults.delivery() == Faults.Delivery.EDITED ? message.text() + " !" : message.text();
      deliverAgain(stage, message, again, answer);
    }
    return answer;
  }

  private static void deliverAgain(Stage stage, Utterance first, String text, Answer answer) {
    var place = first.conversation();
    long before = stage.conversations().last(place);
    var again = new Utterance(first.messageId(), place, first.speaker(), text, stage.now());
    if (!stage.conversations().hear(again).equals(answer)
        || stage.conversations().last(place) != before) {
      throw new IllegalStateException(
          "The second delivery of the message was not its first again.");
    }
  }

  /** What began because what the turn started had succeeded. */
  private static List<Execution> followers(Conversations assistant, Answer answer) {
    var begun = new ArrayList<Execution>();
    for (var started : answer.executions()) {
      assistant.execution(started.id()).ifPresent(begun::add);
    }
    int own = begun.size();
    for (int i = 0; i < begun.size(); i++) {
      begun.addAll(assistant.followers(begun.get(i)));
    }
    return begun.subList(own, begun.size());
  }
}
