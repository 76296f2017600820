package dev.parley.endtoend;

import static dev.parley.endtoend.Server.phase;
import static dev.parley.endtoend.Server.started;
import static dev.parley.endtoend.Server.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The first conversation as a newcomer has it: the packaged program and its demo fleet. */
class DemoFleetIT {
  private static final Pattern MAIN_PID = Pattern.compile("Main PID: (\\d+)");

  @TempDir static Path folder;
  private static Server server;
  private String talk;

  @BeforeAll
  static void start() {
    server = Server.start(TestHome.demo(folder));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void conversation(TestInfo test) {
    talk = test.getTestMethod().orElseThrow().getName();
  }

  @Test
  void restartsApacheAfterAQuestionAndAConfirmation() {
    long before = pid("apache", "web-01");
    long elsewhere = pid("apache", "web-02");

    var asked = server.say(talk, "jason", "restart apache");
    assertThat(words(asked)).contains("On which host would you like to restart apache?");

    var shown = server.say(talk, "jason", "192.168.0.24");
    assertThat(phase(shown)).isEqualTo("confirming");
    assertThat(words(shown)).contains("restart_service service=apache host=web-01");
    assertThat(pid("apache", "web-01")).isEqualTo(before);

    var done = server.sayAndWait(talk, "jason", "yes");
    assertThat(server.status(started(done))).isEqualTo("succeeded");
    assertThat(words(done))
        .contains("Restarting apache service on host 192.168.0.24")
        .contains("The apache service has been restarted on host 192.168.0.24");
    assertThat(pid("apache", "web-01")).isNotEqualTo(before);
    assertThat(ProcessHandle.of(before).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(pid("apache", "web-02")).isEqualTo(elsewhere);
  }

  @Test
  void aServiceThatTheEstateDoesNotListThereIsAskedWithAWarning() {
    var shown = server.say(talk, "jason", "restart nginx on db-01");
    assertThat(phase(shown)).isEqualTo("confirming");
    assertThat(words(shown)).contains("restart_service service=nginx host=db-01");
    assertThat(words(shown)).containsPattern("(?i)(warning|careful|note|not list)");

    var done = server.sayAndWait(talk, "jason", "yes");
    assertThat(server.status(started(done))).as(words(done)).isEqualTo("failed");
  }

  @Test
  void aHostThatDoesNotExistIsToldWithNearNames() {
    var answer = server.say(talk, "jason", "restart apache on web-09");
    assertThat(words(answer)).contains("web-09").contains("web-01");
    assertThat(phase(answer)).isNotEqualTo("confirming");
  }

  @Test
  void aKilledAssistantLeavesNoProcessOfItsFleet() {
    var services = server.handle().descendants().toList();
    assertThat(services).isNotEmpty();

    server.kill();

    for (var service : services) {
      Eventually.until("process " + service.pid() + " has ended", () -> !service.isAlive());
    }
    server.crash();
    assertThat(pid("apache", "web-01")).isPositive();
  }

  private static long pid(String service, String host) {
    var exact = "service_status service=%s host=%s".formatted(service, host);
    var told = words(server.sayAndWait("looking", "maria", exact));
    var pid = MAIN_PID.matcher(told);
    assertThat(pid.find()).as(told).isTrue();
    return Long.parseLong(pid.group(1));
  }
}
