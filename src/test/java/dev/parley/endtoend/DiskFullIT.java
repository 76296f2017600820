package dev.parley.endtoend;

import static dev.parley.endtoend.Server.phase;
import static dev.parley.endtoend.Server.started;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the data folder is full, and has room again: a small one that is mounted for it. */
@EnabledIf(
    value = "wanted",
    disabledReason =
        "Only root can mount a disk that is small enough to be filled; with PARLEY_REQUIRE_PEERS=1"
            + " that fails the build.")
class DiskFullIT {
  private static final int BLOCK = 1 << 16;

  @TempDir Path folder;
  private TestHome home;
  private Server server;
  private boolean mounted;

  static boolean wanted() {
    return "root".equals(System.getProperty("user.name"))
        || "1".equals(System.getenv("PARLEY_REQUIRE_PEERS"));
  }

  @BeforeEach
  void start() throws Exception {
    home = TestHome.empty(folder).setting("PARLEY_PIPELINE", "light");
    Files.createDirectories(folder.resolve("data"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=100m,mode=700", "tmpfs", data().toString());
    assertThat(mounted).as("a disk of its own is mounted").isTrue();
    var script = home.script("mark", "cd \"%s\"\necho \"$1\" >>marks\n".formatted(folder));
    home.marking("host", TestHome.mark("high", "host", "\"%s\", \"{host}\"".formatted(script)));
    server = Server.start(home);
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      server.close();
    }
    if (mounted) {
      run("umount", "-l", data().toString());
    }
  }

  @Test
  void whatCannotBeWrittenDownIsNotHeardAndIsHeardOnceWhenThereIsRoom() throws Exception {
    assertThat(phase(server.say("talk", "jason", "write_mark host=web-01")))
        .isEqualTo("confirming");
    fill();

    // what fits into the last free bytes of the database is heard
    int refused = 0;
    for (int i = 0; i < 200 && refused == 0; i++) {
      var answer = server.attempt("other-" + i, "jason", "write_mark host=web-02", "m");
      refused = answer.statusCode() == 200 ? 0 : answer.statusCode();
      if (refused != 0) {
        assertThat(answer.body()).contains("cannot be written down just now");
      }
    }
    assertThat(refused).isEqualTo(503);

    Files.delete(data().resolve("filler"));
    Eventually.until(
        "it hears again",
        () -> server.attempt("talk", "jason", "yes", "the-yes").statusCode() == 200);
    var execution = started(server.say("talk", "jason", "yes", "the-yes"));
    server.awaitStatus(execution, "succeeded");
    assertThat(home.read("marks").lines()).containsExactly("web-01");
  }

  private void fill() throws IOException {
    try (OutputStream filler = Files.newOutputStream(data().resolve("filler"))) {
      while (true) {
        filler.write(new byte[BLOCK]);
      }
    } catch (IOException full) {
      assertThat(data().resolve("filler")).exists();
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).inheritIO().start();
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
