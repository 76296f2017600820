package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Answer;
import dev.parley.Assistant;
import dev.parley.Transactions;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.delivery.Message;
import dev.parley.reply.Reply;
import dev.parley.web.Reload;
import dev.parley.wiring.Assembly;
import dev.parley.wiring.Home;
import dev.parley.wiring.Records;
import dev.parley.wiring.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes while people talk. The model is a chosen one, so that nothing is learnt here. */
class ReloadTest {
  private static final ConversationId ROOM = new ConversationId("terminal", "room");
  private static final String HOSTS =
      "[web]\nweb-01 ansible_host=10.0.0.1\nweb-02 ansible_host=10.0.0.2\n";

  private static final String NOBODY =
      "people: {}\nroles:\n  operator: {description: Runs everything}\nrules: []\n";

  @TempDir static Path models;
  @TempDir Path folder;
  private TestHome home;
  private Assembly assembly;
  private Records records;
  private Assistant assistant;

  @BeforeAll
  static void learnOnce() throws IOException {
    var data = Path.of("target/test-data").toAbsolutePath();
    var first = TestHome.empty(models);
    write(first);
    try (var learning = Assembly.open(Home.of(models), settings(data))) {
      Files.writeString(models.resolve("models/use"), learning.knowledge().modelVersion());
    }
  }

  private static void write(TestHome home) {
    home.copied("intents/restart_service.yml")
        .copied("training-data/restart_service.yml")
        .copied("intents/host_uptime.yml")
        .copied("training-data/host_uptime.yml")
        .with("inventory/hosts.ini", HOSTS)
        .with("inventory/estate.yml", "services:\n  apache: {on: [web]}\n");
  }

  private static Settings settings(Path data) {
    return new Settings(data, true, "jason", Clock.systemUTC());
  }

  @BeforeEach
  void open() throws IOException {
    home = TestHome.empty(folder);
    write(home);
    try (var files = Files.walk(models.resolve("models"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = folder.resolve(models.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    assembly =
        Assembly.open(Home.of(folder), settings(Path.of("target/test-data").toAbsolutePath()));
    records = Records.inMemory();
    assistant = assembly.assistant(records);
    records.workers().start(assistant::perform);
  }

  @AfterEach
  void close() {
    assembly.close();
  }

  @Test
  void aHostThatWasMovedIsNotTouchedByTheYesOfBefore() {
    assertThat(phase(say("restart apache on web-01"))).isEqualTo("confirming");
    home.with("inventory/hosts.ini", HOSTS.replace("10.0.0.1", "10.9.9.9"));
    assertThat(reload().changes()).contains("hosts: changed web-01");
    withheld(say("yes"), "What would run has changed");
    assertThat(words(say("restart apache on web-01"))).contains("10.9.9.9");
  }

  @Test
  void aCommandThatWasChangedIsNotRunByTheYesOfBefore() {
    say("restart apache on web-01");
    var file = "intents/restart_service.yml";
    home.with(file, home.read(file).replace("\"restart\"", "\"try-restart\""));
    assertThat(reload().changes()).contains("intents: changed restart_service");
    withheld(say("yes"), "What would run has changed");
    assertThat(words(say("restart apache on web-01"))).contains("systemctl try-restart");
  }

  @Test
  void aPermissionThatWasTakenAwayIsMissingAtTheYes() {
    say("restart apache on web-01");
    var rules = home.read("permissions.yml");
    home.with("permissions.yml", rules.replace("intents: \"*\"", "intents: host_uptime"));
    assertThat(reload().changes()).containsExactly("rules: changed");
    withheld(say("yes"), "");
    assertThat(phase(say("restart apache on web-01"))).isEqualTo("idle");
    assertThat(say("uptime of web-01").executions()).hasSize(1);
  }

  @Test
  void whoeverIsNoLongerNamedMayNothing() {
    say("restart apache on web-01");
    var people = home.read("permissions.yml").replaceAll("(?m)^  jason:.*\n", "");
    home.with("permissions.yml", people);
    assertThat(reload().changes()).containsExactly("people: removed jason");
    withheld(say("yes"), "");
  }

  @Test
  void aHostThatIsGoneIsNotPlannedWith() {
    say("restart apache on web-01");
    home.with("inventory/hosts.ini", "[web]\nweb-02\n");
    reload();
    withheld(say("yes"), "web-01");
    assertThat(words(say("restart apache"))).contains("On which host");
    assertThat(words(say("web-01"))).contains("web-01");
    assertThat(phase(say("web-02"))).isEqualTo("confirming");
  }

  @Test
  void aNewHostIsKnownWithTheModelOfBefore() {
    var model = assembly.knowledge().modelVersion();
    home.with("inventory/hosts.ini", HOSTS + "web-17 ansible_host=10.0.0.17\n");
    var reload = reload();
    assertThat(reload.changes()).containsExactly("hosts: added web-17", "groups: changed web");
    assertThat(reload.model()).isEqualTo(model);
    assertThat(words(say("restart apache on web-17"))).contains("10.0.0.17");
  }

  @Test
  void aBrokenFileIsToldWithItsLineAndChangesNothing() {
    home.with("permissions.yml", home.read("permissions.yml") + "  - {role: operatr}\n")
        .with("intents/host_uptime.yml", "intent: host_uptime\nsumary: x\n")
        .with("inventory/hosts.ini", "[web]\nweb-09\n");
    var reload = reload();
    assertThat(reload.changes()).isEmpty();
    assertThat(reload.problems())
        .anyMatch(problem -> problem.toString().startsWith("permissions.yml:8: "))
        .anyMatch(
            problem ->
                problem
                    .toString()
                    .equals(
                        "intents/host_uptime.yml:2: There is no key sumary here. Did you mean"
                            + " summary?"));
    assertThat(phase(say("restart apache on web-01"))).isEqualTo("confirming");
    assertThat(say("yes").executions()).hasSize(1);
    assertThat(words(say("restart apache on web-09"))).doesNotContain("Shall I go ahead");
  }

  @Test
  void aFolderThatIsGoneIsAProblemToo() throws IOException {
    Files.move(folder.resolve("training-data"), folder.resolve("elsewhere"));
    assertThat(reload().problems())
        .anyMatch(problem -> problem.toString().startsWith("training-data:1: The folder"));
    assertThat(phase(say("restart apache on web-01"))).isEqualTo("confirming");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "no", "web-01", "never mind", "help", "what is going on", "2"})
  void whatWasBegunWithAnIntentThatIsGoneIsDropped(String next) {
    for (var begun : new String[] {"restart apache on web-01", "restart apache"}) {
      say(begun);
      var file = "intents/restart_service.yml";
      var intent = home.read(file);
      home.with(file, intent.replace("intent: restart_service", "intent: relaunch_service"))
          .with(
              "training-data/restart_service.yml",
              home.read("training-data/restart_service.yml")
                  .replace("intent: restart_service", "intent: relaunch_service"));
      assertThat(reload().problems()).isEmpty();
      var answer = say(next);
      assertThat(words(answer)).contains("is dropped, because it can no longer be asked for");
      assertThat(answer.executions()).isEmpty();
      // A name alone is offered what can be done with it.
      assertThat(phase(answer)).isIn("idle", "choosing");
      assertThat(words(say(next))).doesNotContain("is dropped");
      write(home);
      assertThat(reload().problems()).isEmpty();
    }
  }

  @Test
  void aSlotThatIsGoneIsNotAskedForAnyMore() {
    assertThat(phase(say("restart apache"))).isEqualTo("collecting");
    var file = "intents/restart_service.yml";
    home.with(
            file, home.read(file).replace("host", "machine").replace("type: machine", "type: host"))
        .with(
            "training-data/restart_service.yml",
            home.read("training-data/restart_service.yml").replace("](host)", "](machine)"));
    assertThat(reload().problems()).isEmpty();
    assertThat(words(say("web-01"))).contains("is dropped");
    assertThat(phase(say("restart apache on web-01"))).isEqualTo("confirming");
  }

  @Test
  void aPermissionThatWasTakenAwayIsMissingWhenItRuns() {
    var waiting = Records.inMemory();
    var late = assembly.assistant(waiting);
    assistant = late;
    say("restart apache on web-01");
    var id = say("yes").executions().get(0).id();
    home.with("permissions.yml", NOBODY);
    assertThat(reload().problems()).isEmpty();
    waiting.workers().start(late::perform);
    late.perform(id);
    assertThat(waiting.outbox().after(ROOM, 0, 100))
        .extracting(Message::reply)
        .extracting(Reply::plainText)
        .last()
        .asString()
        .contains("You may no longer do this, so nothing was run.");
  }

  @Test
  void aMessageEndsWithWhatItBeganWith() {
    var meanwhile =
        new Transactions() {
          private Runnable first = () -> {};

          @Override
          public <T> T call(Supplier<T> work) {
            first.run();
            first = () -> {};
            return records.transactions().call(work);
          }
        };
    var changing =
        new Records(
            meanwhile,
            records.dialogues(),
            records.inbox(),
            records.outbox(),
            records.transcript(),
            records.journal(),
            records.approvals(),
            records.audit(),
            records.workers(),
            records.schedule(),
            records.alarms(),
            records.locks(),
            records.neighbours(),
            records.enrolments(),
            records.accounts(),
            records.places());
    assistant = assembly.assistant(changing);
    meanwhile.first =
        () -> {
          home.with("permissions.yml", NOBODY).with("inventory/hosts.ini", "[web]\nweb-02\n");
          assertThat(reload().changes()).isNotEmpty();
        };
    assertThat(words(say("restart apache on web-01"))).contains("Shall I go ahead", "10.0.0.1");
    withheld(say("yes"), "");
  }

  private Reload reload() {
    return assembly.reloads().reload().toCompletableFuture().join();
  }

  private Answer say(String text) {
    return assistant.hear(
        new Utterance(
            UUID.randomUUID().toString(), ROOM, Speaker.of("os", "jason"), text, Instant.now()));
  }

  private static String words(Answer answer) {
    return answer.replies().stream().map(Reply::plainText).collect(Collectors.joining("\n"));
  }

  private static String phase(Answer answer) {
    return answer.state().phase().label();
  }

  private static void withheld(Answer answer, String why) {
    assertThat(answer.executions()).isEmpty();
    assertThat(phase(answer)).isEqualTo("idle");
    assertThat(words(answer)).contains(why).doesNotContain("Restarting");
  }
}
