package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.action.ActionRunner;
import dev.parley.action.Actions;
import dev.parley.action.ActiveRun;
import dev.parley.action.ActiveRuns;
import dev.parley.action.Execution;
import dev.parley.action.LookupAction;
import dev.parley.action.Outcomes;
import dev.parley.action.Planner;
import dev.parley.action.Samples;
import dev.parley.audit.AuditEvent;
import dev.parley.audit.Entry;
import dev.parley.audit.Wanted;
import dev.parley.command.CommandParser;
import dev.parley.conversation.Speaker;
import dev.parley.delivery.Message;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.DialogueId;
import dev.parley.dialogue.DialoguePolicy;
import dev.parley.dialogue.Draft;
import dev.parley.dialogue.Frame;
import dev.parley.dialogue.Recent;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Outcome;
import dev.parley.intent.Outcome.TargetResult;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import dev.parley.inventory.EntityResolver;
import dev.parley.knowledge.Knowledge;
import dev.parley.permission.Decision;
import dev.parley.permission.OneTimePasswords;
import dev.parley.permission.SeedBox;
import dev.parley.person.People;
import dev.parley.person.Person;
import dev.parley.reply.ReplyPart;
import dev.parley.wiring.Records;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of an action from its start to its end. */
class PerformTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:41:00Z");
  private static final Intent RESTART = told(Samples.restart());

  private final Records records = Records.inMemory();
  private final ActiveRuns runs = new ActiveRuns();
  private final Alarms alarms = new Alarms();
  private Function<ActiveRun, Outcome> running =
      run -> new Outcome(ExecutionStatus.SUCCEEDED, "", List.of(), Duration.ZERO);
  private Assistant assistant;
  private boolean away;
  private final Transactions whileThere =
      new Transactions() {
        @Override
        public <T> T call(Supplier<T> work) {
          if (away) {
            throw new IllegalStateException("The database is away.");
          }
          return records.transactions().call(work);
        }
      };

  private static Intent told(Intent intent) {
    return new Intent(
        intent.name(),
        intent.summary(),
        intent.risks(),
        intent.permission(),
        intent.schedulable(),
        intent.slots(),
        intent.action(),
        Map.of(
            "started", "Restarting {service} service on host {host}",
            "succeeded", "The {service} service has been restarted on host {host}"),
        intent.version());
  }

  /** A timer whose time comes when the test says so. */
  private static final class Alarms implements Timer {
    private final List<Duration> delays = new ArrayList<>();
    private Runnable next = () -> {};

    @Override
    public Alarm after(Duration delay, Runnable task) {
      delays.add(delay);
      next = task;
      return () -> next = () -> {};
    }

    void ring() {
      next.run();
    }
  }

  @BeforeEach
  void assemble() {
    var estate = Samples.estate();
    var catalog = new IntentCatalog(List.of(RESTART));
    var resolver = new EntityResolver(estate);
    var knowledge =
        new Knowledge(
            catalog,
            estate,
            resolver,
            new CommandParser(catalog, resolver),
            (utterance, expectation) -> {
              throw new IllegalStateException("Nothing is heard here.");
            },
            "");
    var people =
        new People() {
          @Override
          public Person identify(Speaker speaker) {
            return Samples.JASON;
          }

          @Override
          public Collection<Person> all() {
            return List.of(Samples.JASON);
          }
        };
    ActionRunner runner = (permit, intent, inventory, run) -> running.apply(run);
    var lookup = new LookupAction();
    var outlook =
        new Outlook(
            knowledge,
            people,
            (person, intent, request, risk, conversation) -> new Decision.Allowed("rule"));
    var mind =
        new Mind(() -> outlook, new Planner(new Actions(lookup, lookup, lookup)), runner, runs);
    var stores =
        new Stores(
            whileThere,
            records.dialogues(),
            records.inbox(),
            records.outbox(),
            records.journal(),
            records.approvals(),
            records.audit(),
            records.schedule(),
            new OneTimePasswords(records.enrolments(), new SeedBox(() -> "test")),
            records.accounts(),
            records.places());
    assistant =
        new Assistant(
            mind, stores, DialoguePolicy.standard(), Clock.fixed(NOW, ZoneOffset.UTC), alarms);
  }

  @Test
  void whatTakesItsTimeIsToldNowAndThenEverMoreRarely() {
    running =
        run -> {
          alarms.ring();
          run.says("web-01", "Stopping\nStart");
          alarms.ring();
          run.says("web-01", "ing workers");
          alarms.ring();
          for (int i = 0; i < 4; i++) {
            alarms.ring();
          }
          return new Outcome(ExecutionStatus.SUCCEEDED, "", List.of(), Duration.ZERO);
        };
    perform();
    assertThat(said().subList(0, 7))
        .containsExactly(
            "Still restarting apache service on host web-01 (10 s).",
            "Still restarting apache service on host web-01 (30 s): Start",
            "Still restarting apache service on host web-01 (60 s): Starting workers",
            "Still restarting apache service on host web-01 (2 min): Starting workers",
            "Still restarting apache service on host web-01 (5 min): Starting workers",
            "Still restarting apache service on host web-01 (10 min): Starting workers",
            "Still restarting apache service on host web-01 (15 min): Starting workers");
    assertThat(said().get(7)).startsWith("The apache service has been restarted");
    assertThat(messages()).allMatch(message -> "e1".equals(message.executionId()));
    assertThat(alarms.delays.get(0)).isEqualTo(Duration.ofSeconds(10));
    assertThat(alarms.delays.get(1)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void nothingIsToldOnceItHasEnded() {
    var late = new ArrayList<Runnable>();
    running =
        run -> {
          late.add(alarms.next);
          return new Outcome(ExecutionStatus.SUCCEEDED, "", List.of(), Duration.ZERO);
        };
    perform();
    late.forEach(Runnable::run);
    alarms.ring();
    assertThat(said()).hasSize(1);
  }

  @Test
  void aStopBeforeTheBeginningRunsNothingAndSaysWho() {
    running =
        run -> {
          throw new AssertionError("It was run.");
        };
    runs.open("e1").stop("maria");
    perform();
    assertThat(said())
        .containsExactly(
            "Restarting apache service on host web-01: stopped. maria stopped this before it began,"
                + " so nothing was run.");
    assertThat(records.journal().find("e1").orElseThrow().status())
        .isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(records.audit().newest(Wanted.ALL.text("maria stopped"), 9))
        .singleElement()
        .extracting(Entry::event)
        .isInstanceOf(AuditEvent.ActionEnded.class);
    assertThat(runs.find("e1")).isEmpty();
  }

  @Test
  void whatWasStoppedInTheMiddleTellsHowFarItCame() {
    running =
        run -> {
          run.stop("maria");
          var done = result("web-01", ExecutionStatus.SUCCEEDED, "", Duration.ofSeconds(1));
          var middle =
              result("web-02", ExecutionStatus.CANCELLED, "It was ended.", Duration.ofSeconds(2));
          var not = result("db-01", ExecutionStatus.CANCELLED, "Not begun.", Duration.ZERO);
          return Outcomes.of(List.of(done, middle, not), Duration.ofSeconds(2), run);
        };
    perform();
    assertThat(said().get(0).lines())
        .containsExactly(
            "Restarting apache service on host web-01: stopped. maria stopped it: done on web-01;"
                + " stopped in the middle on web-02; not begun on db-01.",
            "web-01: done.",
            "web-02: It was ended.");
  }

  @Test
  void whatADeadProcessDidNotBeginIsToldSo() {
    assistant.finished(
        accepted(), new Outcome(ExecutionStatus.CANCELLED, "", List.of(), Duration.ZERO));
    assertThat(said().get(0)).contains("I was stopped before it began, so nothing was run.");
  }

  @Test
  void howItEndedIsStoredAndToldAsSoonAsTheDatabaseIsBack() {
    running =
        run -> {
          away = true;
          return new Outcome(ExecutionStatus.SUCCEEDED, "", List.of(), Duration.ZERO);
        };
    perform();
    alarms.ring();
    alarms.ring();
    assertThat(records.journal().find("e1").orElseThrow().status())
        .isEqualTo(ExecutionStatus.RUNNING);
    assertThat(said()).isEmpty();

    away = false;
    alarms.ring();
    assertThat(records.journal().find("e1").orElseThrow().status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(said())
        .singleElement()
        .asString()
        .startsWith("The apache service has been restarted");
    alarms.ring();
    assertThat(said()).as("told once").hasSize(1);
  }

  @Test
  void whatCouldNotBeginWithoutTheDatabaseIsNeverRunAndSaidSo() {
    running =
        run -> {
          throw new AssertionError("It was run.");
        };
    var id = accepted();
    away = true;
    assertThatThrownBy(() -> assistant.perform(id)).hasMessage("The database is away.");
    alarms.ring();

    away = false;
    alarms.ring();
    assertThat(records.journal().find(id).orElseThrow().status())
        .isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(said()).singleElement().asString().contains("so nothing was run");
    assistant.perform(id);
  }

  @Test
  void whatWasTakenToBeDeadAndEndsAfterAllIsTold() {
    running =
        run -> {
          assistant.finished(
              "e1", new Outcome(ExecutionStatus.UNKNOWN, "", List.of(), Duration.ZERO));
          return new Outcome(ExecutionStatus.SUCCEEDED, "", List.of(), Duration.ZERO);
        };
    perform();
    assertThat(records.journal().find("e1").orElseThrow().status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(said()).hasSize(2);
    assertThat(said().get(1)).startsWith("The apache service has been restarted");
  }

  @Test
  void aWishToStopThatCameElsewhereIsKnownBeforeItBegins() {
    running =
        run -> {
          throw new AssertionError("It was run.");
        };
    var id = accepted();
    records.journal().wantStopped(id, "maria");
    assistant.perform(id);
    assertThat(said()).singleElement().asString().contains("maria stopped this before it began");
  }

  @Test
  void aLostConnectionIsToldAsSuch() {
    running =
        run ->
            Outcomes.of(
                List.of(
                    result(
                        "web-01",
                        ExecutionStatus.UNKNOWN,
                        "The connection with web-01 broke.",
                        Duration.ofSeconds(1))),
                Duration.ofSeconds(1));
    perform();
    assertThat(said().get(0)).contains("The connection with web-01 broke.");
  }

  @Test
  void aLongOutputShowsItsBeginningAndEndAndSaysWhereTheWholeIs() {
    var lines = new StringBuilder();
    for (int i = 1; i <= 500; i++) {
      lines.append("line ").append(i).append('\n');
    }
    running =
        run -> {
          var output = run.output("web-01");
          var bytes = lines.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
          output.write(bytes, 0, bytes.length);
          output.end();
          return Outcomes.of(
              List.of(
                  new TargetResult(
                      "web-01",
                      ExecutionStatus.SUCCEEDED,
                      0,
                      output.text(Integer.MAX_VALUE),
                      output.truncated(),
                      "",
                      Duration.ZERO)),
              Duration.ZERO);
        };
    perform();
    var code =
        messages().get(0).reply().parts().stream()
            .filter(ReplyPart.Code.class::isInstance)
            .map(part -> ((ReplyPart.Code) part).text())
            .findFirst()
            .orElseThrow();
    assertThat(code.lines()).hasSize(51);
    assertThat(code)
        .startsWith("line 1\n")
        .contains("[… 450 lines left out …]")
        .endsWith("line 500");
    assertThat(said().get(0))
        .contains(
            "(450 of 500 lines are left out here; all of them are kept at"
                + " /api/v1/executions/e1/output.)");
  }

  /** The planner here plans nothing of this kind. */
  @Test
  void howItEndedIsKeptAlsoWhenWhatFollowsCannotBegin() {
    var id = accepted();
    follows(id);
    assistant.finished(id, new Outcome(ExecutionStatus.SUCCEEDED, "", List.of(), Duration.ZERO));
    assertThat(records.journal().find(id).orElseThrow().status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(said().get(0)).startsWith("The apache service has been restarted");
    assertThat(said().get(1)).startsWith("Stopped there:");
    assertThat(messages().get(1).executionId()).isEqualTo(id);
  }

  @Test
  void whatFollowsIsLeftOutAfterACrashAndThatIsSaid() {
    var id = accepted();
    follows(id);
    assistant.finished(id, new Outcome(ExecutionStatus.UNKNOWN, "", List.of(), Duration.ZERO));
    assertThat(said().get(1)).startsWith("Stopped there: I leave out what was to follow (restart");
    assertThat(dialogue().agenda()).isEmpty();
  }

  private void follows(String id) {
    var draft = new Draft(Samples.restart("apache", "web-02"), List.of());
    var key = new DialogueId(Samples.ROOM, Samples.JASON.key());
    records
        .transactions()
        .call(
            () -> {
              records
                  .dialogues()
                  .save(
                      new Dialogue(
                          key, List.of(new Frame.Waiting(draft, id, false)), Recent.nothing(), 1));
              return "";
            });
  }

  private Dialogue dialogue() {
    return records
        .dialogues()
        .find(new DialogueId(Samples.ROOM, Samples.JASON.key()))
        .orElseThrow();
  }

  private static TargetResult result(
      String target, ExecutionStatus status, String problem, Duration took) {
    return new TargetResult(target, status, null, "", false, problem, took);
  }

  private void perform() {
    assistant.perform(accepted());
  }

  private String accepted() {
    var proposal =
        new Proposal(
            Samples.restart("apache", "web-01"),
            Risk.HIGH,
            "f",
            List.of(new Proposal.Target("web-01", "192.168.0.24")),
            List.of(),
            List.of());
    var execution =
        new Execution(
            "e1",
            proposal,
            "jason",
            Speaker.of("os", "jason"),
            Samples.ROOM,
            null,
            ExecutionStatus.SCHEDULED,
            null,
            NOW,
            null,
            null);
    records
        .transactions()
        .call(
            () -> {
              records.journal().accept(execution);
              return "";
            });
    return "e1";
  }

  private List<Message> messages() {
    return records.outbox().after(Samples.ROOM, 0, 100);
  }

  private List<String> said() {
    return messages().stream().map(message -> message.reply().plainText()).toList();
  }
}
