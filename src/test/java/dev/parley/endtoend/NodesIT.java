package dev.parley.endtoend;

import static dev.parley.endtoend.Server.phase;
import static dev.parley.endtoend.Server.started;
import static dev.parley.endtoend.Server.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.wiring.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers on one PostgreSQL database, which somebody reaches now by one and now by the other.
 */
@EnabledIf(
    value = "dev.parley.wiring.PostgresServer#wanted",
    disabledReason =
        "postgresql-15 is not installed. Install Debian's package; with PARLEY_REQUIRE_PEERS=1 its"
            + " absence fails the build.")
class NodesIT {
  @TempDir static Path folder;
  private static final PostgresServer DATABASE = new PostgresServer();
  private static TestHome home;
  private static Server one;
  private static Server other;
  private String talk;

  /** Each run leaves a line; it goes on for as long as the test holds it. */
  @BeforeAll
  static void start() {
    var database = DATABASE.start();
    home =
        TestHome.empty(folder)
            .setting("PARLEY_PIPELINE", "light")
            .setting("PARLEY_DATABASE_URL", database.get("parley.database.url"))
            .setting("PARLEY_DATABASE_USER", database.get("parley.database.user"));
    var script =
        home.script(
            "mark",
            """
            cd "%s"
            echo "$1" >>marks
            while [ -e "hold-$1" ]; do sleep 0.1; done
            """
                .formatted(folder));
    home.with("inventory/estate.yml", "services:\n  apache: {}\n  nginx: {}\n  redis: {}\n")
        .marking(
            "service",
            TestHome.mark("high", "service", "\"%s\", \"{service}\"".formatted(script))
                + """
                replies:
                  started: "Writing a mark for {service}"
                  succeeded: "The mark for {service} has been written"
                """);
    one = Server.start(home.node("one"));
    other = Server.start(home.node("other"));
  }

  @AfterAll
  static void stop() throws IOException {
    letGo();
    for (var server : new Server[] {one, other}) {
      if (server != null) {
        server.close();
      }
    }
    DATABASE.stop();
  }

  @BeforeEach
  void conversation(TestInfo test) throws IOException {
    talk = test.getTestMethod().orElseThrow().getName();
    Files.deleteIfExists(folder.resolve("marks"));
  }

  @AfterEach
  void letGoOfAll() throws IOException {
    letGo();
  }

  private static void letGo() throws IOException {
    for (var service : List.of("apache", "nginx", "redis")) {
      Files.deleteIfExists(folder.resolve("hold-" + service));
    }
  }

  @Test
  void whatOneAskedTheOtherHearsAnsweredAndItRunsOnce() {
    var asked = one.say(talk, "jason", "write_mark");
    assertThat(asked.at("/state/asking").asText()).isEqualTo("service");
    assertThat(phase(other.say(talk, "jason", "apache"))).isEqualTo("confirming");
    var yes = one.say(talk, "jason", "yes", "the-yes");
    assertThat(other.say(talk, "jason", "yes", "the-yes")).isEqualTo(yes);
    other.awaitStatus(started(yes), "succeeded");
    assertThat(words(other.say(talk, "jason", "yes"))).doesNotContain("Writing");
    assertThat(marks()).containsExactly("apache");
  }

  @Test
  void theOtherIsToldTheResultWhileItWaits() {
    one.say(talk, "jason", "write_mark service=apache");
    var answer = other.sayAndWait(talk, "jason", "yes");
    assertThat(words(answer)).contains("The mark for apache has been written");
  }

  @Test
  void whatIsChangedByOneIsNotChangedByTheOther() throws IOException {
    Files.createFile(folder.resolve("hold-nginx"));
    one.say(talk, "jason", "write_mark service=nginx");
    var execution = started(one.say(talk, "jason", "yes"));
    one.awaitStatus(execution, "running");
    var shown = other.say(talk + "-2", "maria", "write_mark service=nginx");
    assertThat(words(shown)).contains("jason is writing a mark for nginx");
    var second = other.sayAndWait(talk + "-2", "maria", "yes");
    assertThat(words(second)).contains("Nothing was run: jason is writing a mark for nginx");
    Files.delete(folder.resolve("hold-nginx"));
    other.awaitStatus(execution, "succeeded");
  }

  @Test
  void aWishToStopReachesTheOneThatRunsIt() throws IOException {
    Files.createFile(folder.resolve("hold-redis"));
    one.say(talk, "jason", "write_mark service=redis");
    var execution = started(one.say(talk, "jason", "yes"));
    one.awaitStatus(execution, "running");
    assertThat(words(other.say(talk, "jason", "stop it"))).contains("Stopping it");
    other.awaitStatus(execution, "cancelled");
  }

  @Test
  void aBrowserIsKnownToBothAndItsCodeServesOnce() {
    var code = one.loginCode("maria");
    var cookie = other.login(code).orElseThrow();
    assertThat(one.login(code)).isEmpty();
    assertThat(other.browsing(cookie)).isEqualTo(200);
    Eventually.until("the one knows the session", () -> one.browsing(cookie) == 200);
    one.logout("maria");
    assertThat(one.browsing(cookie)).isEqualTo(401);
    Eventually.until("it has ended on the other, too", () -> other.browsing(cookie) == 401);
  }

  @Test
  void whatADeadOneRanIsToldByTheOtherToBeUnknownAndSettledThere() throws IOException {
    Files.createFile(folder.resolve("hold-nginx"));
    one.say(talk, "jason", "write_mark service=nginx");
    var execution = started(one.say(talk, "jason", "yes"));
    Eventually.until("it runs", () -> marks().contains("nginx"));
    other.awaitStatus(execution, "running");

    one.kill();
    other.awaitStatus(execution, "unknown");
    assertThat(other.toldOf(execution, talk)).hasSize(1);
    var settle = "settle " + execution.substring(0, 8) + " as succeeded";
    assertThat(words(other.say(talk, "maria", settle))).contains("Recorded as succeeded");
    one.begin();
    assertThat(one.status(execution)).isEqualTo("succeeded");
    assertThat(marks()).containsExactly("nginx");
  }

  @Test
  void withoutTheDatabaseNothingIsHeardAndWithItAgainTheSameMessageIsHeardOnce()
      throws IOException {
    Files.createFile(folder.resolve("hold-apache"));
    one.say(talk, "jason", "write_mark service=apache");
    var running = started(one.say(talk, "jason", "yes"));
    Eventually.until("it runs", () -> marks().contains("apache"));
    one.say(talk + "-2", "maria", "write_mark service=redis");

    DATABASE.goAway();
    var refused = one.attempt(talk + "-2", "maria", "yes", "the-yes");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("cannot be written down just now");
    Files.delete(folder.resolve("hold-apache"));
    DATABASE.comeBack();

    for (var server : List.of(one, other)) {
      Eventually.until(
          "it hears again",
          () -> server.attempt(talk + "-2", "maria", "yes", "the-yes").statusCode() == 200);
    }
    var answer = other.say(talk + "-2", "maria", "yes", "the-yes");
    other.awaitStatus(started(answer), "succeeded");
    Eventually.until(
        "how it ended is stored",
        () -> List.of("succeeded", "unknown").contains(other.status(running)));
    assertThat(marks()).containsExactlyInAnyOrder("apache", "redis");
  }

  private static List<String> marks() {
    return Files.exists(home.path("marks")) ? home.read("marks").lines().toList() : List.of();
  }
}
