package dev.parley.bench;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.DialogueId;
import dev.parley.dialogue.DialogueInput;
import dev.parley.dialogue.DialogueManager;
import dev.parley.dialogue.DialoguePolicy;
import dev.parley.dialogue.SystemAct;
import dev.parley.intent.Proposal;
import dev.parley.knowledge.Knowledge;
import dev.parley.reply.Audience;
import dev.parley.reply.Pending;
import dev.parley.reply.ReplyComposer;
import dev.parley.wiring.Assembly;
import dev.parley.wiring.Home;
import dev.parley.wiring.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The path of a message without its records: understand, step, reply. Run by {@code
 * src/test/bench/jmh}; as a server compiles, with C1 only.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    jvmArgs = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx384m"})
public class MessagePath {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final ConversationId ROOM = new ConversationId("bench", "room");

  /** Short, long with a reason, a request of another kind, and something that is declined. */
  @Param({
    "restart apache on web-01",
    "users say the site is slow again %d, could you please restart nginx on web-02",
    "what is eating the memory on db-01",
    "is the weather nice in house %d"
  })
  public String text;

  private final DialogueManager manager = new DialogueManager(DialoguePolicy.standard());
  private final ReplyComposer composer = new ReplyComposer();
  private Assembly assembly;
  private Knowledge knowledge;
  private Audience audience;
  private Dialogue start;
  private int count;

  @Setup
  public void open() {
    var data = Path.of("target/bench-data").toAbsolutePath();
    assembly = Assembly.open(Home.demo(Path.of("")), Settings.of(data, true));
    knowledge = assembly.knowledge();
    start = Dialogue.start(new DialogueId(ROOM, "jason"));
    audience =
        new Audience(
            "jason",
            List.of("operator"),
            ZoneOffset.UTC,
            knowledge.catalog(),
            knowledge.inventory(),
            () -> knowledge.catalog().all().stream().toList(),
            intent -> "",
            knowledge.examples(),
            () -> new Pending(List.of(), id -> "", null, List.of(), List.of(), NOW),
            List::of,
            NOW);
  }

  @TearDown
  public void close() {
    assembly.close();
  }

  /** From the text to the words of the answer; a number in it makes every message a new one. */
  @Benchmark
  public int understandStepReply() {
    int words = 0;
    var said = text.replace("%d", Integer.toString(count++));
    var expected = manager.expectation(start, knowledge.catalog(), NOW);
    var utterance = new Utterance("m", ROOM, Speaker.of("os", "jason"), said, NOW);
    var inputs = new ArrayDeque<DialogueInput>();
    inputs.add(new DialogueInput.Heard(knowledge.nlu().read(utterance, expected)));
    var dialogue = start;
    while (!inputs.isEmpty()) {
      var step = manager.step(dialogue, inputs.remove(), knowledge.catalog(), NOW);
      dialogue = step.next();
      for (var act : step.acts()) {
        if (act instanceof SystemAct.Saying saying) {
          words += composer.say(saying, audience).plainText().length();
        } else {
          inputs.add(answer(act));
        }
      }
    }
    return words;
  }

  private DialogueInput answer(SystemAct deed) {
    if (deed instanceof SystemAct.AskPermission) {
      return new DialogueInput.Judged(true, "");
    }
    if (deed instanceof SystemAct.Prepare prepare) {
      var request = prepare.request();
      var risk = knowledge.catalog().get(request.intent()).risk(request);
      return new DialogueInput.Planned(
          new Proposal(request, risk, "f", List.of(), List.of("command"), List.of()));
    }
    return new DialogueInput.Begun("e");
  }
}
