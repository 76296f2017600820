package dev.parley.endtoend;

import static dev.parley.endtoend.Server.phase;
import static dev.parley.endtoend.Server.started;
import static dev.parley.endtoend.Server.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.wiring.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Two servers of one database whose files differ, as while a change arrives on one of them. */
@EnabledIf(
    value = "dev.parley.wiring.PostgresServer#wanted",
    disabledReason =
        "postgresql-15 is not installed. Install Debian's package; with PARLEY_REQUIRE_PEERS=1 its"
            + " absence fails the build.")
class NodesThatDifferIT {
  @TempDir static Path folder;
  private static final PostgresServer DATABASE = new PostgresServer();
  private static Server one;
  private static Server other;
  private String talk;

  @BeforeAll
  static void start() {
    var database = DATABASE.start();
    one = Server.start(home("one", database));
    other = Server.start(home("other", database));
  }

  private static TestHome home(String name, java.util.Map<String, String> database) {
    var home =
        TestHome.empty(folder.resolve(name))
            .setting("PARLEY_PIPELINE", "light")
            .setting("PARLEY_DATABASE_URL", database.get("parley.database.url"))
            .setting("PARLEY_DATABASE_USER", database.get("parley.database.user"));
    var script = home.script("mark", "echo \"$1 $2\" >>\"%s/marks\"\n".formatted(folder));
    return home.with("inventory/estate.yml", "services:\n  apache: {}\n")
        .marking(
            "service",
            TestHome.mark(
                "high", "service", "\"%s\", \"{service}\", \"%s\"".formatted(script, name)));
  }

  @AfterAll
  static void stop() throws IOException {
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

  @Test
  void aYesToWhatTheOneShowedIsWithdrawnByTheOtherWhichSaysWhatDiffersAndShowsItsOwn()
      throws IOException {
    assertThat(phase(one.say(talk, "jason", "write_mark service=apache"))).isEqualTo("confirming");
    var withdrawn = other.say(talk, "jason", "yes");
    assertThat(words(withdrawn))
        .contains("What would run has changed since you were asked", "apache other")
        .contains("Ask again: write_mark service=apache");
    assertThat(withdrawn.get("executions")).isEmpty();
    assertThat(words(one.say(talk, "jason", "yes"))).doesNotContain("I'm on it");
    assertThat(folder.resolve("marks")).doesNotExist();

    assertThat(words(other.say(talk, "jason", "write_mark service=apache")))
        .contains("apache other");
    other.awaitStatus(started(other.say(talk, "jason", "yes")), "succeeded");
    assertThat(Files.readAllLines(folder.resolve("marks"))).containsExactly("apache other");
  }
}
