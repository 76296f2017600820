package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Answer;
import dev.parley.Assistant;
import dev.parley.audit.Wanted;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.permission.OneTimePasswords;
import dev.parley.permission.OneTimePasswords.Fresh;
import dev.parley.permission.PhoneApp;
import dev.parley.permission.SeedBox;
import dev.parley.person.LinkCodes;
import dev.parley.reply.Reply;
import dev.parley.web.SettableClock;
import dev.parley.wiring.Assembly;
import dev.parley.wiring.DataFolder;
import dev.parley.wiring.Home;
import dev.parley.wiring.Records;
import dev.parley.wiring.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands between a request and its action besides a yes: codes, freezes, a look beforehand.
 */
class BesidesAYesTest {
  private static final ConversationId ROOM = new ConversationId("terminal", "room");
  private static final Instant NOON = Instant.parse("2026-12-25T12:00:00Z");
  private static final String RESTART = "restart_service service=apache host=web-01";
  private static final String WHO =
      """
      people:
        jason: {accounts: {os: jason}, roles: [operator], zone: UTC}
        maria: {accounts: {os: maria}, roles: [operator, lead], zone: UTC}
      roles: {operator: {}, lead: {}}
      rules:
      """;
  private static final String FREE = WHO + "  - {role: operator}\n";
  private static final String CODE =
      WHO + "  - {role: operator, intents: [high], otp: true}\n" + "  - {role: operator}\n";
  private static final String FREEZE =
      FREE
          + "freezes:\n  - {name: holidays, from: 2026-12-20, until: 2027-01-04, zone: UTC, reason:"
          + " nobody is around, override: [lead]}\n";

  @TempDir static Path models;
  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(NOON);
  private final Records records = Records.inMemory();
  private Assembly assembly;
  private Assistant assistant;
  private OneTimePasswords codes;

  @BeforeAll
  static void learnOnce() throws IOException {
    var data = Path.of("target/test-data").toAbsolutePath();
    write(TestHome.empty(models));
    var settings = new Settings(data, true, "jason", new SettableClock(NOON));
    try (var learning = Assembly.open(Home.of(models), settings)) {
      Files.writeString(models.resolve("models/use"), learning.knowledge().modelVersion());
    }
  }

  private static TestHome write(TestHome home) {
    return home.copied("intents/restart_service.yml")
        .copied("training-data/restart_service.yml")
        .copied("intents/host_uptime.yml")
        .copied("training-data/host_uptime.yml")
        .with("inventory/hosts.ini", "[web]\nweb-01 ansible_host=10.0.0.1\nweb-02\n")
        .with("inventory/estate.yml", "services:\n  apache: {on: [web]}\n");
  }

  @BeforeEach
  void home() throws IOException {
    try (var files = Files.walk(models.resolve("models"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = folder.resolve(models.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private void open(String permissions) {
    write(TestHome.empty(folder)).with("permissions.yml", permissions);
    var data = DataFolder.open(folder.resolve("data"));
    assembly = Assembly.open(Home.of(folder), new Settings(data.path(), true, "jason", clock));
    assistant = assembly.assistant(records);
    records.workers().start(assistant::perform);
    var box = new SeedBox(() -> data.secret("otp-key"));
    codes = new OneTimePasswords(records.enrolments(), box);
  }

  @AfterEach
  void close() {
    assembly.close();
  }

  // ---- one-time passwords

  @Test
  void runsOnlyAfterTheCodeOfWhoeverAsked() {
    open(CODE);
    var app = enrolled("jason");
    enrolled("maria");
    assertThat(words(say("jason", RESTART))).contains("Shall I go ahead");
    assertThat(words(say("jason", "yes"))).contains("six digits");
    assertThat(say("jason", "yes").executions()).isEmpty();
    assertThat(say("maria", app.code(clock.instant())).executions()).isEmpty();
    assertThat(words(say("jason", app.wrong(clock.instant())))).contains("That code is not right.");
    assertThat(say("jason", app.code(clock.instant())).executions()).hasSize(1);
    assertThat(phase(say("jason", app.code(clock.instant())))).isEqualTo("idle");
  }

  @Test
  void aCodeStandsNowhereAfterwards() {
    open(CODE);
    var app = enrolled("jason");
    say("jason", RESTART);
    say("jason", "yes");
    var code = app.code(clock.instant());
    say("jason", "well it is " + code);
    assertThat(say("jason", code.substring(0, 3) + " " + code.substring(3)).executions())
        .hasSize(1);
    var kept =
        records.transcript().after(ROOM, 0, 100) + record() + records.outbox().after(ROOM, 0, 100);
    assertThat(kept)
        .contains("[code]", "well it is [code]")
        .doesNotContain(code)
        .doesNotContain(code.substring(0, 3) + " " + code.substring(3));
  }

  @Test
  void whoeverHasNoCodesIsRefusedWithWhatToDo() {
    open(CODE);
    var answer = say("jason", RESTART);
    assertThat(words(answer)).contains("permissions.yml:6", "parley otp enrol");
    assertThat(phase(answer)).isEqualTo("idle");
    assertThat(record()).contains("RequestRefused");
  }

  @Test
  void aUsedCodeAndALateOneStartNothing() {
    open(CODE);
    var app = enrolled("jason");
    say("jason", RESTART);
    say("jason", "yes");
    var code = app.code(clock.instant());
    say("jason", code);
    say("jason", RESTART);
    say("jason", "yes");
    assertThat(words(say("jason", code))).contains("used before");
    clock.advance(Duration.ofMinutes(6));
    var late = say("jason", app.code(clock.instant()));
    assertThat(late.executions()).isEmpty();
    assertThat(words(late)).contains("expired");
  }

  @Test
  void fiveWrongCodesEndItAndLock() {
    open(CODE);
    var app = enrolled("jason");
    say("jason", RESTART);
    say("jason", "yes");
    for (int i = 0; i < 4; i++) {
      assertThat(phase(say("jason", app.wrong(clock.instant())))).isEqualTo("confirming");
    }
    var locked = say("jason", app.wrong(clock.instant()));
    assertThat(words(locked)).contains("Too many codes were wrong");
    assertThat(phase(locked)).isEqualTo("idle");
    say("jason", RESTART);
    say("jason", "yes");
    assertThat(say("jason", app.code(clock.instant())).executions()).isEmpty();
  }

  @Test
  void aRuleThatAsksForACodeSinceTheQuestionWithdrawsIt() {
    open(FREE);
    enrolled("jason");
    say("jason", RESTART);
    rewrite(CODE);
    assertThat(words(say("jason", "yes")))
        .contains("What would run has changed", "asks for a one-time password now");
  }

  @Test
  void anotherModelWithdrawsWhatWaitsForAYesAndIsNamed() throws IOException {
    open(FREE);
    say("jason", RESTART);
    var before = assembly.knowledge().modelVersion();
    Files.delete(folder.resolve("models/use"));
    TestHome.existing(folder)
        .with(
            "training-data/more.yml",
            "version: \"3.1\"\nnlu:\n- intent: host_uptime\n  examples: |\n    - since when is"
                + " [web-02](host) awake\n");
    reload();
    var now = assembly.knowledge().modelVersion();
    assertThat(now).isNotEqualTo(before);
    var withdrawn = say("jason", "yes");
    assertThat(words(withdrawn))
        .contains("What reads your messages has changed", now, "What would run is the same")
        .contains("Ask again: " + RESTART);
    assertThat(withdrawn.executions()).isEmpty();
  }

  // ---- freezes

  @Test
  void aFreezeRefusesAndAReasonOfTheRightRoleGoesIntoConfirmationAndRecord() {
    open(FREEZE);
    assertThat(words(say("jason", RESTART)))
        .contains("the freeze \"holidays\" (permissions.yml:8) holds until Mon 4 Jan 2027")
        .doesNotContain("override:");
    assertThat(say("jason", "override: I am in a hurry").executions()).isEmpty();
    assertThat(words(say("maria", RESTART))).contains("say \"override:\" and the reason");
    var asked = say("maria", "override: the fix for INC-1");
    assertThat(phase(asked)).isEqualTo("confirming");
    assertThat(words(asked)).contains("overrides the freeze \"holidays\"", "the fix for INC-1");
    assertThat(say("maria", "yes").executions()).hasSize(1);
    assertThat(record()).contains("FreezeOverridden").contains("reason=the fix for INC-1");
  }

  @Test
  void aReasonCountsForOneRequestOnly() {
    open(FREEZE);
    say("maria", RESTART);
    say("maria", "override: the fix for INC-1");
    say("maria", "yes");
    assertThat(words(say("maria", "restart_service service=apache host=web-02")))
        .contains("the freeze \"holidays\"");
  }

  @Test
  void aFreezeThatBeganSinceTheQuestionHoldsTheYesUp() {
    open(FREE);
    say("jason", RESTART);
    rewrite(FREEZE);
    var answer = say("jason", "yes");
    assertThat(answer.executions()).isEmpty();
    assertThat(words(answer)).contains("the freeze \"holidays\"");
  }

  // ---- a look beforehand

  @Test
  void aDryRunShowsWhatWouldRunAndRunsNothing() {
    open(FREE);
    var shown = say("jason", "dry run " + RESTART);
    assertThat(words(shown))
        .contains(
            "nothing is run", "systemctl", "10.0.0.1", "Risk: high", "Allowed by permissions.yml:");
    assertThat(phase(shown)).isEqualTo("idle");
    assertThat(say("jason", "yes").executions()).isEmpty();
    assertThat(say("jason", "dry run host_uptime host=web-01").executions()).isEmpty();
  }

  @Test
  void whileConfirmingTheQuestionStandsAfterTheLook() {
    open(FREE);
    say("jason", RESTART);
    var shown = say("jason", "what would that do?");
    assertThat(words(shown)).contains("nothing is run");
    assertThat(phase(shown)).isEqualTo("confirming");
    assertThat(phase(say("jason", "dry run host_uptime host=web-02"))).isEqualTo("confirming");
    assertThat(say("jason", "yes").executions()).hasSize(1);
  }

  @Test
  void aDryRunAsksForWhatIsMissingAndStaysOne() {
    open(FREE);
    assertThat(phase(say("jason", "dry run restart apache"))).isEqualTo("collecting");
    var shown = say("jason", "web-01");
    assertThat(words(shown)).contains("nothing is run");
    assertThat(shown.executions()).isEmpty();
    assertThat(phase(shown)).isEqualTo("idle");
  }

  // ---- accounts

  @Test
  void aCodeTypedThroughAnotherPlatformMakesThatAccountThePersons() {
    open(FREE);
    var code = linkCode();
    var slack = Speaker.of("slack", "U012AB3CD");
    assertThat(words(say(slack, RESTART))).contains("does not know your account");
    assertThat(words(say(slack, code))).contains("This account (slack:U012AB3CD) is maria's");
    assertThat(phase(say(slack, RESTART))).isEqualTo("confirming");
    assertThat(say(slack, "yes").executions()).hasSize(1);
    assertThat(record()).contains("AccountLinked", "[link code]").doesNotContain(code);
    assertThat(records.transcript().after(ROOM, 0, 100).toString()).doesNotContain(code);
  }

  @Test
  void aUsedCodeAndAKnownAccountLinkNothing() {
    open(FREE);
    var code = linkCode();
    say(Speaker.of("slack", "U1"), code);
    assertThat(words(say(Speaker.of("slack", "U2"), code))).contains("was used, or has expired");
    assertThat(words(say("jason", linkCode()))).contains("This account is jason's already.");
    assertThat(records.accounts().of("maria")).hasSize(1);
    assertThat(record()).contains("LinkRefused");
  }

  @Test
  void whoeverAsksWhoTheyAreHearsOfTheirAccountsAndOfNobodyElses() {
    open(FREE);
    say(Speaker.of("slack", "U012AB3CD"), linkCode());
    assertThat(words(say("maria", "who am I?")))
        .contains("I know you by os:maria and slack:U012AB3CD.");
    assertThat(words(say("jason", "who am I?"))).contains("I know you by os:jason.");
  }

  private String linkCode() {
    return records
        .transactions()
        .call(
            () ->
                new LinkCodes(records.accounts())
                    .issue("maria", "slack", clock.instant())
                    .orElseThrow());
  }

  // ---- what is offered

  @Test
  void completionKnowsOnlyWhatItsPersonMayAskFor() {
    open(WHO + "  - {person: maria}\n  - {person: jason, risk: low}\n");
    var talk = assembly.conversations(assistant, records);
    assertThat(talk.vocabulary(Speaker.of("os", "maria"), ROOM))
        .contains("restart_service", "host_uptime", "service=", "web-01");
    assertThat(talk.vocabulary(Speaker.of("os", "jason"), ROOM))
        .contains("host_uptime", "web-01")
        .doesNotContain("restart_service", "service=");
  }

  // ---- what changed

  @Test
  void saysWhichHostIsSomewhereElse() {
    open(FREE);
    say("jason", RESTART);
    TestHome.existing(folder)
        .with("inventory/hosts.ini", "[web]\nweb-01 ansible_host=10.9.9.9\nweb-02\n");
    reload();
    assertThat(words(say("jason", "yes"))).contains("web-01 is at 10.9.9.9 instead of 10.0.0.1");
  }

  @Test
  void saysWhatElseWouldRun() {
    open(FREE);
    say("jason", RESTART);
    var home = TestHome.existing(folder);
    var file = "intents/restart_service.yml";
    home.with(file, home.read(file).replace("\"restart\"", "\"try-restart\""));
    reload();
    assertThat(words(say("jason", "yes"))).contains("it would run", "try-restart", "instead of");
  }

  private PhoneApp enrolled(String person) {
    Fresh fresh = records.transactions().call(() -> codes.enrol(person, person));
    var app = new PhoneApp(fresh.secret());
    var first = app.code(clock.instant());
    records.transactions().call(() -> codes.confirm(person, first, clock.instant()));
    clock.advance(Duration.ofMinutes(2));
    return app;
  }

  private void rewrite(String permissions) {
    TestHome.existing(folder).with("permissions.yml", permissions);
    reload();
  }

  private void reload() {
    assertThat(assembly.reloads().reload().toCompletableFuture().join().problems()).isEmpty();
  }

  private String record() {
    return records.audit().newest(Wanted.ALL, 1000).stream()
        .map(entry -> entry.event().toString())
        .collect(Collectors.joining("\n"));
  }

  private Answer say(String person, String text) {
    return say(Speaker.of("os", person), text);
  }

  private Answer say(Speaker speaker, String text) {
    return assistant.hear(
        new Utterance(UUID.randomUUID().toString(), ROOM, speaker, text, clock.instant()));
  }

  private static String words(Answer answer) {
    return answer.replies().stream().map(Reply::plainText).collect(Collectors.joining("\n"));
  }

  private static String phase(Answer answer) {
    return answer.state().phase().label();
  }
}
