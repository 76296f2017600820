package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Answer;
import dev.parley.Answer.Phase;
import dev.parley.Assistant;
import dev.parley.audit.AuditEvent;
import dev.parley.audit.Entry;
import dev.parley.audit.Wanted;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.delivery.Message;
import dev.parley.intent.ExecutionStatus;
import dev.parley.reply.Reply;
import dev.parley.schedule.InMemorySchedule;
import dev.parley.schedule.Scheduled;
import dev.parley.wiring.Assembly;
import dev.parley.wiring.Home;
import dev.parley.wiring.Records;
import dev.parley.wiring.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for a later time, from its confirmation to its end, with a clock that is set. */
class ScheduleTest {
  private static final ConversationId ROOM = new ConversationId("terminal", "room");
  private static final ConversationId OTHER_ROOM = new ConversationId("terminal", "other");
  private static final Instant MONDAY = Instant.parse("2026-01-05T10:00:00Z");
  private static final String HOSTS =
      "[web]\nweb-01 ansible_host=10.0.0.1\nweb-02 ansible_host=10.0.0.2\n";
  private static final String PEOPLE =
      """
      people:
        jason: {accounts: {os: jason}, roles: [operator], zone: Europe/Berlin}
        maria: {accounts: {os: maria}, roles: [operator, approver]}
        lena: {accounts: {os: lena}, roles: [viewer]}
      roles:
        viewer: {description: Looks}
        operator: {description: Runs everything}
        approver: {description: Gives the second yes}
      rules:
      """;
  private static final String PERMISSIONS = PEOPLE + "  - {role: operator, intents: \"*\"}\n";

  @TempDir static Path folder;
  private static final SetClock CLOCK = new SetClock();
  private static TestHome home;
  private static Assembly assembly;
  private Records records;
  private Assistant assistant;

  @BeforeAll
  static void open() {
    home =
        TestHome.empty(folder)
            .copied("intents/restart_service.yml")
            .copied("training-data/restart_service.yml")
            .copied("intents/reboot_host.yml")
            .copied("training-data/reboot_host.yml")
            .with("inventory/hosts.ini", HOSTS)
            .with("inventory/estate.yml", "services:\n  apache: {on: [web]}\n")
            .with("permissions.yml", PERMISSIONS);
    assembly =
        Assembly.open(Home.of(folder), new Settings(folder.resolve("data"), true, "jason", CLOCK));
  }

  @AfterAll
  static void close() {
    assembly.close();
  }

  @BeforeEach
  void begin() {
    CLOCK.now = MONDAY;
    records = Records.inMemory();
    assistant = assembly.assistant(records);
    records.workers().start(assistant::perform);
    records.alarms().start(assistant::due);
  }

  @Test
  void showsTheAbsoluteTimeInItsPersonsZoneAndHowFarAwayItIs() {
    var shown = words(say("restart apache on web-01 tomorrow at 9:30"));
    assertThat(shown)
        .contains("Tuesday 6 January 2026, 09:30 CET (08:30 UTC), in 22 hours and 30 minutes")
        .contains("That is how I read \"tomorrow at 9:30\"");
  }

  @Test
  void aYesStoresItAndRunsNothing() {
    var answer = scheduled("restart apache on web-01 in 20 minutes");
    var execution = answer.executions().get(0);
    assertThat(execution.status()).isEqualTo(ExecutionStatus.SCHEDULED);
    assertThat(execution.due()).isEqualTo(MONDAY.plus(Duration.ofMinutes(20)));
    assertThat(execution.slots()).containsEntry("when", List.of("PT20M"));
    assertThat(records.journal().find(execution.id())).isEmpty();
    passes(Duration.ofMinutes(19));
    assertThat(records.journal().find(execution.id())).isEmpty();
  }

  @Test
  void runsOnceWhenItIsDueAndTellsItWhereItWasAskedFor() {
    var id = scheduled("restart apache on web-01 in 20 minutes").executions().get(0).id();
    long before = records.outbox().last(ROOM);
    passes(Duration.ofMinutes(20));
    assertThat(records.journal().find(id).orElseThrow().status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(said(ROOM, before))
        .containsExactly(
            "It is time for what you scheduled. Restarting apache service on host web-01",
            "The apache service has been restarted on host web-01");
    assistant.due(id);
    assistant.recover();
    assertThat(said(ROOM, before)).hasSize(2);
    assertThat(say("hello").executions())
        .singleElement()
        .matches(ended -> ended.id().equals(id) && ended.due() == null);
    recorded(AuditEvent.ActionScheduled.class, AuditEvent.ActionAccepted.class);
  }

  @Test
  void whatIsLateByTheGraceStillRuns() {
    var id = scheduled("restart apache on web-01 in 20 minutes").executions().get(0).id();
    passes(Duration.ofMinutes(21));
    assertThat(records.journal().find(id)).isPresent();
  }

  @Test
  void asksInsteadOfRunningLate() {
    var id = scheduled("restart apache on web-01 in 20 minutes").executions().get(0).id();
    long before = records.outbox().last(ROOM);
    passes(Duration.ofHours(3));
    assertThat(records.journal().find(id)).isEmpty();
    assertThat(said(ROOM, before)).hasSize(2);
    assertThat(said(ROOM, before).get(0)).contains("I was not there to run it");
    assertThat(said(ROOM, before).get(1)).contains("Shall I go ahead?").doesNotContain("Not now");
    recorded(AuditEvent.ScheduleMissed.class);
    assertThat(records.schedule().find(id).orElseThrow().state()).isEqualTo(Scheduled.State.MISSED);

    CLOCK.now = CLOCK.now.plus(Duration.ofHours(6));
    var answer = say("yes");
    assertThat(answer.executions())
        .singleElement()
        .matches(run -> run.due() == null && !run.id().equals(id));
    assertThat(say("yes").executions()).noneMatch(run -> run.status() == ExecutionStatus.SCHEDULED);
  }

  @Test
  void whatWasMissedWhileItWasDownIsAskedAboutOnceAndOneAfterTheOther() {
    scheduled("restart apache on web-01 in 20 minutes");
    scheduled("restart apache on web-02 in 30 minutes");
    CLOCK.now = CLOCK.now.plus(Duration.ofHours(1));
    long before = records.outbox().last(ROOM);
    assistant.recover();
    assistant.recover();
    assertThat(said(ROOM, before).stream().filter(text -> text.contains("I was not there")))
        .hasSize(2);
    assertThat(records.schedule().waiting()).isEmpty();

    var first = say("yes");
    assertThat(first.executions().get(0).slots()).containsEntry("host", List.of("web-02"));
    assertThat(first.state().phase()).isEqualTo(Phase.CONFIRMING);
    assertThat(first.state().slots()).containsEntry("host", List.of("web-01"));
    assertThat(words(say("no"))).contains("I've dropped that");
  }

  @Test
  void whatCameOutOfABackupIsNotRunByItselfAndSaidToHavePerhapsRun() {
    var id = scheduled("restart apache on web-01 in 4 minutes").executions().get(0).id();
    long before = records.outbox().last(ROOM);
    assistant.recover(true);
    assertThat(said(ROOM, before).get(0))
        .contains("This is scheduled for", "came out of a backup, so it may have run since");
    passes(Duration.ofMinutes(5));
    assertThat(records.journal().find(id)).isEmpty();
    assertThat(say("yes").executions()).hasSize(1);
  }

  @Test
  void aYesToSomethingElseIsNoYesToWhatWasMissed() {
    var id = scheduled("restart apache on web-01 in 4 minutes").executions().get(0).id();
    CLOCK.now = CLOCK.now.plus(Duration.ofMinutes(3));
    say("restart apache on web-02");
    long before = records.outbox().last(ROOM);
    passes(Duration.ofMinutes(3));
    assertThat(said(ROOM, before))
        .singleElement()
        .asString()
        .contains("ask for it again if it is still needed");
    var run = say("yes").executions();
    assertThat(run).singleElement().matches(e -> !e.id().equals(id));
    assertThat(run.get(0).slots()).containsEntry("host", List.of("web-02"));
  }

  @Test
  void runsNothingThatIsNoLongerPermitted() {
    var id = scheduled("restart apache on web-01 in 20 minutes").executions().get(0).id();
    changed(
        "permissions.yml",
        PEOPLE + "  - {role: operator, intents: reboot_host}\n",
        () -> withdrawn(id, "restart_service"));
  }

  @Test
  void runsNothingWhereTheTargetHasMoved() {
    var id = scheduled("restart apache on web-01 in 20 minutes").executions().get(0).id();
    changed(
        "inventory/hosts.ini",
        HOSTS.replace("10.0.0.1", "10.9.9.9"),
        () -> withdrawn(id, "has changed since you confirmed it"));
  }

  @Test
  void runsNothingWhereTheCommandIsAnother() {
    var id = scheduled("restart apache on web-01 in 20 minutes").executions().get(0).id();
    var file = "intents/restart_service.yml";
    changed(
        file,
        home.read(file).replace("\"restart\"", "\"try-restart\""),
        () -> withdrawn(id, "has changed since you confirmed it"));
  }

  private void withdrawn(String id, String reason) {
    long before = records.outbox().last(ROOM);
    passes(Duration.ofMinutes(20));
    assertThat(records.journal().find(id)).isEmpty();
    assertThat(records.schedule().find(id).orElseThrow().state())
        .isEqualTo(Scheduled.State.WITHDRAWN);
    assertThat(said(ROOM, before))
        .singleElement()
        .asString()
        .contains("I have not run it")
        .contains(reason);
    recorded(AuditEvent.ScheduleWithdrawn.class);
  }

  @Test
  void aYesAfterTheTimeStoresNothing() {
    say("restart apache on web-01 in 2 minutes");
    CLOCK.now = CLOCK.now.plus(Duration.ofMinutes(4));
    var answer = say("yes");
    assertThat(answer.executions()).isEmpty();
    assertThat(words(answer)).contains("has passed meanwhile, so nothing was done");
    assertThat(records.schedule().waiting()).isEmpty();
  }

  @Test
  void whatWasCalledOffNeverRuns() {
    var answer = scheduled("restart apache on web-01 in 20 minutes");
    var shortId = records.schedule().waiting().get(0).shortId();
    assertThat(words(answer)).contains("\"cancel " + shortId + "\"");
    assertThat(words(say("cancel " + shortId))).contains("I've called it off");
    passes(Duration.ofMinutes(20));
    assertThat(records.journal().find(answer.executions().get(0).id())).isEmpty();
    recorded(AuditEvent.ScheduleCancelled.class);
  }

  @Test
  void onlyTheAskerOrSomebodyWhoMayAskForTheSameCallsItOff() {
    scheduled("restart apache on web-01 in 20 minutes");
    assertThat(words(say("lena", ROOM, "cancel the scheduled restart")))
        .contains("That is jason's");
    assertThat(words(say("maria", OTHER_ROOM, "cancel the scheduled restart")))
        .contains("Nothing of yours is scheduled");
    assertThat(records.schedule().waiting()).hasSize(1);
    assertThat(words(say("maria", ROOM, "cancel the scheduled restart")))
        .contains("I've called off what jason had scheduled");
    assertThat(records.schedule().waiting()).isEmpty();
  }

  @Test
  void onesOwnIsListedAndCalledOffFromAnywhere() {
    scheduled("restart apache on web-01 tomorrow at 2am");
    assertThat(words(say("jason", OTHER_ROOM, "what's scheduled?"))).contains("02:00 CET");
    assertThat(words(say("jason", OTHER_ROOM, "never mind"))).contains("nothing running here");
    assertThat(words(say("jason", OTHER_ROOM, "forget the 2am one"))).contains("called it off");
  }

  @Test
  void aCriticalOneIsStoredOnlyByTheSecondPerson() {
    say("reboot web-01 in 20 minutes");
    assertThat(say("web-01").state().phase()).isEqualTo(Phase.APPROVING);
    assertThat(records.schedule().waiting()).isEmpty();
    var approved = say("maria", ROOM, "approve");
    assertThat(approved.executions()).singleElement().matches(e -> e.due() != null);
    assertThat(records.schedule().waiting())
        .singleElement()
        .matches(later -> "maria".equals(later.approver()));
    passes(Duration.ofMinutes(20));
    assertThat(records.schedule().waiting()).isEmpty();
    assertThat(records.journal().find(approved.executions().get(0).id()).orElseThrow().status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void anApprovalAfterTheTimeStoresNothing() {
    say("reboot web-01 in 10 minutes");
    say("web-01");
    CLOCK.now = CLOCK.now.plus(Duration.ofMinutes(15));
    assertThat(words(say("maria", ROOM, "approve"))).contains("has passed meanwhile");
    assertThat(records.schedule().waiting()).isEmpty();
  }

  private Answer scheduled(String text) {
    assertThat(say(text).state().phase()).isEqualTo(Phase.CONFIRMING);
    var answer = say("yes");
    assertThat(answer.state().phase()).isEqualTo(Phase.IDLE);
    assertThat(answer.executions()).filteredOn(e -> e.due() != null).hasSize(1);
    return answer;
  }

  private void passes(Duration time) {
    CLOCK.now = CLOCK.now.plus(time);
    ((InMemorySchedule) records.schedule()).ring(CLOCK.now);
  }

  /** With a file changed for a while. */
  private static void changed(String file, String text, Runnable test) {
    var before = home.read(file);
    try {
      home.with(file, text);
      reload();
      test.run();
    } finally {
      home.with(file, before);
      reload();
    }
  }

  private static void reload() {
    assertThat(assembly.reloads().reload().toCompletableFuture().join().changes()).isNotEmpty();
  }

  @SafeVarargs
  private void recorded(Class<? extends AuditEvent>... kinds) {
    assertThat(records.audit().newest(Wanted.ALL, 1_000).stream().map(Entry::event))
        .hasAtLeastOneElementOfType(kinds[0])
        .anyMatch(kinds[kinds.length - 1]::isInstance);
  }

  private List<String> said(ConversationId place, long after) {
    return records.outbox().after(place, after, 100).stream()
        .map(Message::reply)
        .map(Reply::plainText)
        .toList();
  }

  private Answer say(String text) {
    return say("jason", ROOM, text);
  }

  private Answer say(String who, ConversationId place, String text) {
    return assistant.hear(
        new Utterance(UUID.randomUUID().toString(), place, Speaker.of("os", who), text, CLOCK.now));
  }

  private static String words(Answer answer) {
    return answer.replies().stream().map(Reply::plainText).collect(Collectors.joining("\n"));
  }

  private static final class SetClock extends Clock {
    private Instant now = MONDAY;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
