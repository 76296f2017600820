package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Answer;
import dev.parley.Answer.ExecutionView;
import dev.parley.Assistant;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.reply.Reply;
import dev.parley.wiring.Assembly;
import dev.parley.wiring.Home;
import dev.parley.wiring.Records;
import dev.parley.wiring.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words for what runs: how it goes, stopping it, and help; what was accepted waits to be begun. */
class RunningActionsTest {
  private static final ConversationId ROOM = new ConversationId("terminal", "room");

  @TempDir static Path folder;
  private static Assembly assembly;
  private Records records;
  private Assistant assistant;
  private final List<String> accepted = new ArrayList<>();

  @BeforeAll
  static void open() {
    TestHome.empty(folder)
        .copied("intents/restart_service.yml")
        .copied("intents/reload_service.yml")
        .copied("intents/service_status.yml")
        .copied("training-data/restart_service.yml")
        .copied("training-data/reload_service.yml")
        .copied("training-data/service_status.yml")
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
  void begin() {
    records = Records.inMemory();
    assistant = assembly.assistant(records);
  }

  @Test
  void nothingRunsWhereNothingWasBegun() {
    assertThat(say("jason", "how is it going?")).contains("Nothing of yours is running");
    assertThat(say("jason", "stop it")).contains("nothing running here that you could stop");
  }

  @Test
  void theOnlyOneIsStoppedWithoutAQuestion() {
    accepted("jason", "restart apache on web-01");
    assertThat(say("jason", "stop it")).startsWith("Stopping it: restart_service");
    ended("cancelled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "the first one", "nginx", "the one on web-02", "i'd take the first"})
  void ofSeveralItAsksWhichAndStopsExactlyThat(String answer) {
    accepted("jason", "restart apache on web-01");
    accepted("jason", "restart nginx on web-02");
    assertThat(say("jason", "stop it"))
        .contains("Which of these")
        .contains("1. restart_service service=nginx host=web-02")
        .contains("2. restart_service service=apache host=web-01");
    assertThat(say("jason", answer)).startsWith("Stopping it: restart_service service=nginx");
    ended("succeeded", "cancelled");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abort the restart of nginx",
        "cancel the nginx restart",
        "stop the restart on web-02"
      })
  void aMessageThatSaysWhichIsNotAskedBack(String text) {
    accepted("jason", "restart apache on web-01");
    accepted("jason", "restart nginx on web-02");
    assertThat(say("jason", text)).startsWith("Stopping it: restart_service service=nginx");
    ended("succeeded", "cancelled");
  }

  @Test
  void whatDoesNotRunIsSaidAndNothingIsStopped() {
    accepted("jason", "restart apache on web-01");
    assertThat(say("jason", "abort the restart of nginx"))
        .contains("Nothing of that name")
        .contains("restart_service service=apache host=web-01");
    ended("succeeded");
  }

  @Test
  void onesOwnComesBeforeWhatSomebodyElseBegan() {
    accepted("maria", "restart nginx on web-02");
    accepted("jason", "restart apache on web-01");
    assertThat(say("jason", "stop it")).contains("service=apache");
    ended("succeeded", "cancelled");
  }

  @Test
  void whoMayNotAskForItMayNotStopItEither() {
    accepted("jason", "restart apache on web-01");
    assertThat(say("vera", "stop it")).contains("nothing running here that you could stop");
    assertThat(say("vera", "abort the restart of apache")).contains("nothing running here");
    ended("succeeded");
  }

  @Test
  void everythingMeansAllOfThem() {
    accepted("jason", "restart apache on web-01");
    accepted("jason", "restart nginx on web-02");
    assertThat(say("jason", "stop everything that is running")).startsWith("Stopping them:");
    ended("cancelled", "cancelled");
  }

  @Test
  void tellsHowTheLastOneEnded() {
    accepted("jason", "restart apache on web-01");
    assertThat(say("jason", "what's running?"))
        .contains("About to run: restart_service service=apache host=web-01");
    ended("succeeded");
    assertThat(say("jason", "is it done yet?"))
        .contains("Nothing of yours is running")
        .contains("The last one ended just now: The apache service has been restarted");
  }

  @Test
  void helpExplainsWhatWasAskedAbout() {
    assertThat(say("jason", "what does restart do?"))
        .contains("Restart a service on one or more hosts.")
        .contains("show you exactly what would run")
        .contains("I need a service and one or more hosts.")
        .contains("\"restart apache on web-01\"")
        .contains("restart_service service=… host=…");
  }

  @Test
  void helpIsOfWhatOneMayAskFor() {
    assertThat(say("vera", "what can you do?"))
        .contains("service status")
        .doesNotContain("restart");
    assertThat(say("vera", "how do i restart a service?"))
        .startsWith("You may not restart a service")
        .contains("jason or maria could");
    assertThat(say("vera", "who am i?"))
        .contains("vera")
        .contains("viewer")
        .contains("1 of the 3 things");
  }

  @Test
  void whatComesNearIsOnlyWhatOneMayAskFor() {
    assertThat(say("vera", "apache")).contains("service_status").doesNotContain("restart");
    assertThat(say("vera", "apache")).contains("service_status service=…").contains("help");
  }

  private void accepted(String person, String text) {
    say(person, text);
    hear(person, "yes").executions().stream().map(ExecutionView::id).forEach(accepted::add);
  }

  /** Has what was accepted run, and tells how it ended, in the order in which it was accepted. */
  private void ended(String... statuses) {
    accepted.forEach(assistant::perform);
    assertThat(accepted)
        .extracting(id -> records.journal().find(id).orElseThrow().status().label())
        .containsExactly(statuses);
  }

  private String say(String person, String text) {
    return hear(person, text).replies().stream()
        .map(Reply::plainText)
        .collect(Collectors.joining("\n"));
  }

  private Answer hear(String person, String text) {
    var id = UUID.randomUUID().toString();
    return assistant.hear(new Utterance(id, ROOM, Speaker.of("os", person), text, Instant.now()));
  }
}
