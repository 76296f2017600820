package dev.parley.endtoend;

import static dev.parley.endtoend.Server.started;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is taken while the server works, and what comes of it elsewhere. */
class BackupIT {
  private static final String TALK = "backup";

  @TempDir Path folder;

  private TestHome home() {
    var home = TestHome.empty(folder);
    var script =
        home.script("mark", "cd \"%s\"\necho \"$1\" >>marks\nsleep 600\n".formatted(folder));
    return home.with("inventory/estate.yml", "services:\n  apache: {}\n  nginx: {}\n")
        .with(
            "write_mark",
            """
            summary: Write a mark for a service
            risk: medium
            schedule: optional
            slots:
              service: {type: service, ask: "For which service would you like a mark?"}
            action:
              process: {command: ["%s", "{service}"], timeout: 20m}
            """
                .formatted(script),
            "write a mark",
            "write a mark for [apache](service)",
            "mark [nginx](service)",
            "leave a mark for [kafka](service)",
            "put down a mark");
  }

  @Test
  void comesBackWithoutRunningAnything() throws Exception {
    var home = home();
    var file = folder.resolve("backup.zip");
    String running;
    String later;
    try (var server = Server.start(home)) {
      server.say(TALK, "jason", "write_mark service=apache");
      running = started(server.say(TALK, "jason", "yes"));
      server.awaitStatus(running, "running");
      server.say(TALK, "jason", "write_mark service=nginx when=P1D");
      later = started(server.say(TALK, "jason", "yes"));
      assertThat(home.run("", "backup", file.toString()).status()).isZero();
      assertThat(home.run("", "restore", file.toString()).output()).contains("is not empty");
    }
    Files.move(folder.resolve("data"), folder.resolve("old-data"));
    var restored = home.run("", "restore", file.toString());
    assertThat(restored.output()).contains("entries of the record, as they were written");
    assertThat(restored.status()).isZero();
    try (var server = Server.start(home)) {
      server.awaitStatus(running, "unknown");
      assertThat(server.execution(later).get("status").asText()).isNotEqualTo("scheduled");
      assertThat(server.heardIn(TALK).toString())
          .contains("This is scheduled for", "may have run since");
      assertThat(home.run("", "audit", "verify").status()).isZero();
    }
    assertThat(home.read("marks").lines()).containsExactly("apache");
  }
}
