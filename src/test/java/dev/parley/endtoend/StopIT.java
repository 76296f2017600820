package dev.parley.endtoend;

import static dev.parley.endtoend.Server.started;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to stop, as systemd and Docker do, while something runs. */
class StopIT {
  @TempDir Path folder;
  private TestHome home;
  private Server server;

  @BeforeEach
  void start() {
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
    home.marking("host", TestHome.mark("low", "host", "\"%s\", \"{host}\"".formatted(script)));
    server = Server.start(home);
  }

  @AfterEach
  void stop() throws IOException {
    for (var host : new String[] {"web-01", "web-02"}) {
      Files.deleteIfExists(folder.resolve("hold-" + host));
    }
    server.close();
  }

  @Test
  void whatRunsMayEndAndWhatDoesNotIsToldToBeUnknown() throws Exception {
    var quick = run("web-01");
    var endless = run("web-02");

    server.handle().destroy();
    // it ends while the server waits for it
    Files.delete(folder.resolve("hold-web-01"));
    var ended = server.handle().onExit().get(60, TimeUnit.SECONDS);
    assertThat(ended.isAlive()).isFalse();
    assertThat(home.path("data/run.json")).doesNotExist();
    assertThat(home.output("serve")).doesNotContain("\tat ").doesNotContain(" ERROR ");

    server.begin();
    assertThat(server.status(quick)).isEqualTo("succeeded");
    assertThat(server.status(endless)).isEqualTo("unknown");
    assertThat(server.toldOf(endless, "web-02")).last().asString().contains("unknown");
    assertThat(home.read("marks").lines()).as("nothing is run again").hasSize(2);
  }

  @Test
  void anIdleServerStopsAtOnceWithoutAnError() throws Exception {
    server.handle().destroy();
    assertThat(server.exit(20)).isZero();
    assertThat(home.output("serve")).doesNotContain("\tat ").doesNotContain(" ERROR ");
    assertThat(home.output("serve")).doesNotContain(" WARN ");
  }

  private String run(String host) throws IOException {
    Files.createFile(folder.resolve("hold-" + host));
    var id = started(server.say(host, "jason", "write_mark host=" + host));
    server.awaitStatus(id, "running");
    return id;
  }
}
