package dev.parley.endtoend;

import static dev.parley.endtoend.Server.phase;
import static dev.parley.endtoend.Server.started;
import static dev.parley.endtoend.Server.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed at every point of a conversation, and started again over what it left. */
class CrashIT {
  /** As many as take every worker, and one that must wait for one of them. */
  private static final List<String> MORE_THAN_WORKERS =
      List.of(
          "nginx",
          "tomcat",
          "rabbitmq",
          "jenkins",
          "postgresql",
          "redis",
          "memcached",
          "haproxy",
          "grafana",
          "kafka",
          "consul");

  @TempDir static Path folder;
  private static TestHome home;
  private static Server server;
  private String talk;

  /** Each run leaves a line; it goes on for as long as the test holds it. */
  @BeforeAll
  static void start() {
    home = TestHome.empty(folder);
    var script =
        home.script(
            "mark",
            """
            cd "%s"
            echo "$1" >>marks
            while [ -e "hold-$1" ]; do sleep 0.1; done
            """
                .formatted(folder));
    home.with("inventory/estate.yml", estate())
        .with(
            "write_mark",
            """
            summary: Write a mark for a service
            risk: high
            slots:
              service: {type: service, ask: "For which service would you like a mark?"}
            action:
              process: {command: ["%s", "{service}"], timeout: 10m}
            replies:
              started: "Writing a mark for {service}"
              succeeded: "The mark for {service} has been written"
            """
                .formatted(script),
            "write a mark",
            "write a mark for [apache](service)",
            "mark [nginx](service)",
            "please write a mark for [redis](service)",
            "leave a mark for [kafka](service)",
            "put down a mark");
    server = Server.start(home);
  }

  private static String estate() {
    var text = new StringBuilder("services:\n");
    MORE_THAN_WORKERS.forEach(service -> text.append("  ").append(service).append(": {}\n"));
    return text + "  apache: {}\n  sshd: {}\n  vault: {}\n  etcd: {}\n  mysql: {}\n";
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
    letGo();
  }

  @BeforeEach
  void conversation(TestInfo test) throws IOException {
    talk = test.getTestMethod().orElseThrow().getName();
    Files.deleteIfExists(folder.resolve("marks"));
  }

  /** What outlived its server ends now. */
  @AfterEach
  void letGoOfAll() throws IOException {
    letGo();
  }

  private static void letGo() throws IOException {
    try (var holds = Files.newDirectoryStream(folder, "hold-*")) {
      for (var hold : holds) {
        Files.delete(hold);
      }
    }
  }

  @Test
  void anAnswerAfterTheCrashContinuesTheConversation() {
    var asked = server.say(talk, "jason", "write_mark");
    assertThat(asked.at("/state/asking").asText()).isEqualTo("service");

    server.crash();

    var shown = server.say(talk, "jason", "apache");
    assertThat(phase(shown)).isEqualTo("confirming");
    assertThat(words(shown)).contains("write_mark service=apache");
    assertThat(marks()).isEmpty();
  }

  @Test
  void aYesAfterTheCrashRunsWhatWasShownOnce() {
    server.say(talk, "jason", "write a mark for apache");

    server.crash();

    var answer = server.sayAndWait(talk, "jason", "yes");
    assertThat(server.status(started(answer))).isEqualTo("succeeded");
    assertThat(words(answer)).contains("The mark for apache has been written");
    assertThat(marks()).containsExactly("apache");
    var second = server.say(talk, "jason", "yes");
    assertThat(words(second)).doesNotContain("Writing a mark");
    runs("later", "mysql");
    assertThat(marks()).containsExactly("apache", "mysql");
  }

  @Test
  void whatRanWhenItDiedIsUnknownAndToldOnceAndNeverRunAgain() {
    hold("vault");
    server.say(talk, "jason", "write_mark service=vault");
    var execution = started(server.say(talk, "jason", "yes"));
    Eventually.until("the action runs", () -> marks().contains("vault"));
    assertThat(server.status(execution)).isEqualTo("running");

    server.crash();

    assertThat(server.status(execution)).isEqualTo("unknown");
    var told = server.toldOf(execution, talk);
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).contains("Writing a mark for vault");

    server.crash();

    assertThat(server.status(execution)).isEqualTo("unknown");
    assertThat(server.toldOf(execution, talk)).isEqualTo(told);
    // What is started now is taken up after whatever was left.
    runs("later", "mysql");
    assertThat(marks()).containsExactly("vault", "mysql");
  }

  @Test
  void theSpeakersNextMessageTellsWhatBecameOfIt() {
    hold("etcd");
    server.say(talk, "jason", "write_mark service=etcd");
    var execution = started(server.say(talk, "jason", "yes"));
    Eventually.until("the action runs", () -> marks().contains("etcd"));

    server.crash();

    var answer = server.say(talk, "jason", "hello");
    assertThat(started(answer)).isEqualTo(execution);
    assertThat(answer.at("/executions/0/status").asText()).isEqualTo("unknown");
    assertThat(server.say(talk, "jason", "hello").get("executions")).isEmpty();
  }

  @Test
  void whatNoWorkerHadTakenUpIsCancelledAndNeverRuns() {
    var executions = new LinkedHashMap<String, String>();
    for (var service : MORE_THAN_WORKERS) {
      hold(service);
      server.say(talk + service, "jason", "write_mark service=" + service);
      executions.put(service, started(server.say(talk + service, "jason", "yes")));
    }
    Eventually.until("all workers are busy", () -> marks().size() == executions.size() - 1);
    var begun = marks();

    server.crash();

    for (var each : executions.entrySet()) {
      boolean ran = begun.contains(each.getKey());
      assertThat(server.status(each.getValue())).isEqualTo(ran ? "unknown" : "cancelled");
      assertThat(server.toldOf(each.getValue(), talk + each.getKey())).hasSize(1);
    }
    runs("later", "mysql");
    assertThat(marks()).hasSize(begun.size() + 1).doesNotHaveDuplicates();
  }

  @Test
  void killedRightAfterTheYesItRunsOnceOrNever() {
    hold("sshd");
    server.say(talk, "jason", "write_mark service=sshd");
    var execution = started(server.say(talk, "jason", "yes"));

    server.crash();

    assertThat(server.status(execution)).isIn("unknown", "cancelled");
    assertThat(server.toldOf(execution, talk)).hasSize(1);
    runs("later", "mysql");
    assertThat(marks().stream().filter("sshd"::equals)).hasSizeLessThanOrEqualTo(1);
    if (server.status(execution).equals("cancelled")) {
      assertThat(marks()).containsExactly("mysql");
    }
  }

  /** Whether the kill meets it before or after its commit: it stands, or was accepted. */
  @Test
  void killedWhileTheYesIsHeardItRunsOnceOrNever() {
    server.say(talk, "jason", "write_mark service=sshd");
    var answer = server.shout(talk, "jason", "yes", "only");

    server.crash();
    answer.handle((response, problem) -> response).join();

    var execution = started(server.sayAndWait(talk, "jason", "yes"));
    assertThat(server.status(execution)).isIn("succeeded", "unknown", "cancelled");
    runs("later", "mysql");
    long ran = marks().stream().filter("sshd"::equals).count();
    switch (server.status(execution)) {
      case "succeeded" -> assertThat(ran).isEqualTo(1);
      case "cancelled" -> assertThat(ran).isZero();
      default -> assertThat(ran).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void theSameMessageAgainGetsItsFirstAnswerAlsoAfterACrash() {
    var shown = server.say(talk, "jason", "write_mark service=apache", "first");
    assertThat(server.say(talk, "jason", "write_mark service=apache", "first")).isEqualTo(shown);
    var accepted = server.say(talk, "jason", "yes", "second");
    server.awaitStatus(started(accepted), "succeeded");
    assertThat(server.say(talk, "jason", "yes", "second")).isEqualTo(accepted);

    server.crash();

    assertThat(server.say(talk, "jason", "write_mark service=apache", "first")).isEqualTo(shown);
    assertThat(server.say(talk, "jason", "yes", "second")).isEqualTo(accepted);
    runs("later", "mysql");
    assertThat(marks()).containsExactly("apache", "mysql");
  }

  @Test
  void aMessageThatIsDeliveredTwiceAtTheSameTimeIsHeardOnce() {
    server.say(talk, "jason", "write_mark service=apache");

    var first = server.shout(talk, "jason", "yes", "twice");
    var second = server.shout(talk, "jason", "yes", "twice");

    assertThat(first.join().body()).isEqualTo(second.join().body());
    runs("later", "mysql");
    assertThat(marks()).containsExactlyInAnyOrder("apache", "mysql");
  }

  @Test
  void ignoresYesFromSomeoneElse() {
    server.say(talk, "jason", "write_mark service=apache");

    var hers = server.say(talk, "maria", "yes");

    assertThat(hers.get("executions")).isEmpty();
    assertThat(phase(hers)).isEqualTo("idle");
    server.crash();
    assertThat(server.say(talk, "maria", "yes").get("executions")).isEmpty();
    assertThat(marks()).isEmpty();
    assertThat(started(server.sayAndWait(talk, "jason", "yes"))).isNotEmpty();
    assertThat(marks()).containsExactly("apache");
  }

  /** Runs one to its end. */
  private void runs(String conversation, String service) {
    server.say(conversation, "maria", "write_mark service=" + service);
    var answer = server.sayAndWait(conversation, "maria", "yes");
    assertThat(answer.at("/executions/0/status").asText()).isEqualTo("succeeded");
  }

  private static void hold(String service) {
    home.with("hold-" + service, "");
  }

  private static List<String> marks() {
    return Files.exists(home.path("marks")) ? home.read("marks").lines().toList() : List.of();
  }
}
