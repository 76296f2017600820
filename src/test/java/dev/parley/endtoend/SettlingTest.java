package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Answer;
import dev.parley.Assistant;
import dev.parley.audit.AuditEvent;
import dev.parley.audit.Entry;
import dev.parley.audit.Wanted;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import dev.parley.reply.Reply;
import dev.parley.wiring.Assembly;
import dev.parley.wiring.Home;
import dev.parley.wiring.Records;
import dev.parley.wiring.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An action whose end nobody knew, and the people who found out. */
class SettlingTest {
  private static final ConversationId ROOM = new ConversationId("terminal", "room");
  private static final ConversationId ELSEWHERE = new ConversationId("terminal", "elsewhere");

  @TempDir static Path folder;
  private static Assembly assembly;
  private Records records;
  private Assistant assistant;
  private String id;

  @BeforeAll
  static void open() {
    TestHome.empty(folder)
        .copied("intents/restart_service.yml")
        .copied("training-data/restart_service.yml")
        .copied("inventory")
        .with(
            "permissions.yml",
            """
            people:
              jason: {accounts: {os: jason}, roles: [operator]}
              maria: {accounts: {os: maria}, roles: [operator]}
              vera: {accounts: {os: vera}, roles: [viewer]}
            roles:
              operator: {description: Runs everything}
              viewer: {description: Looks}
            rules:
              - {role: operator, intents: "*"}
              - {role: viewer, intents: "*", risk: low}
            """);
    assembly = Assembly.open(Home.of(folder), Settings.of(folder.resolve("data"), true));
  }

  @AfterAll
  static void close() {
    assembly.close();
  }

  @BeforeEach
  void somethingIsUnknown() {
    records = Records.inMemory();
    assistant = assembly.assistant(records);
    say("jason", ROOM, "restart_service service=apache host=web-01");
    id = answer("jason", ROOM, "yes").executions().get(0).id();
    assistant.finished(id, new Outcome(ExecutionStatus.UNKNOWN, "", List.of(), Duration.ZERO));
  }

  @Test
  void whoeverIsToldIsToldHowToSettleIt() {
    assertThat(lastSaidIn(ROOM)).contains("settle " + shortId() + " as succeeded");
  }

  @Test
  void whoeverMayRunItMaySettleItWhichIsRecordedAndToldWhereItWasAskedFor() {
    assertThat(say("maria", ELSEWHERE, "settle " + shortId() + " as succeeded"))
        .contains("Recorded as succeeded");
    assertThat(status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(lastSaidIn(ROOM)).contains("maria settled it as succeeded");
    assertThat(records.audit().newest(Wanted.ALL.text(id), 99).stream().map(Entry::event))
        .filteredOn(AuditEvent.OutcomeSettled.class::isInstance)
        .singleElement()
        .extracting(AuditEvent::person)
        .isEqualTo("maria");
  }

  @Test
  void itIsSettledOnce() {
    say("jason", ROOM, "settle " + shortId() + " as failed");
    assertThat(say("maria", ROOM, "Settle " + shortId() + " as succeeded."))
        .contains("Nothing with an unknown end");
    assertThat(status()).isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  void whoeverMayNotRunItMayNotSettleIt() {
    assertThat(say("vera", ROOM, "settle " + shortId() + " as succeeded")).contains("may not");
    assertThat(status()).isEqualTo(ExecutionStatus.UNKNOWN);
  }

  @Test
  void onlyTheWholeFormSettlesAnything() {
    say("jason", ROOM, "settle it as succeeded");
    say("jason", ROOM, "please settle " + shortId() + " as succeeded and restart nginx");
    assertThat(status()).isEqualTo(ExecutionStatus.UNKNOWN);
  }

  @Test
  void whatRunsOrHasEndedOtherwiseIsNotSettled() {
    say("jason", ROOM, "restart_service service=apache host=web-02");
    var runs = answer("jason", ROOM, "yes").executions().get(0).id();
    assertThat(say("jason", ROOM, "settle " + runs.substring(0, 8) + " as failed"))
        .contains("Nothing with an unknown end");
  }

  private String shortId() {
    return id.substring(0, 8);
  }

  private ExecutionStatus status() {
    return records.journal().find(id).orElseThrow().status();
  }

  private String lastSaidIn(ConversationId place) {
    var said = records.outbox().after(place, 0, 99);
    return said.get(said.size() - 1).reply().plainText();
  }

  private String say(String person, ConversationId place, String text) {
    return answer(person, place, text).replies().stream()
        .map(Reply::plainText)
        .collect(Collectors.joining("\n"));
  }

  private Answer answer(String person, ConversationId place, String text) {
    var id = UUID.randomUUID().toString();
    return assistant.hear(new Utterance(id, place, Speaker.of("os", person), text, Instant.now()));
  }
}
