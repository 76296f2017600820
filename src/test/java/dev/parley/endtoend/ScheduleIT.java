package dev.parley.endtoend;

import static dev.parley.endtoend.Server.phase;
import static dev.parley.endtoend.Server.started;
import static dev.parley.endtoend.Server.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is scheduled outlives the server that was told, which is killed before the time comes. */
class ScheduleIT {
  private static final String TALK = "later";
  private static final Duration LONGEST = Duration.ofMinutes(3);

  @TempDir Path folder;
  private TestHome home;
  private Server server;

  /** Each run leaves a line. */
  private void start(String grace) {
    home = TestHome.empty(folder).setting("PARLEY_SCHEDULE_GRACE", grace);
    var script = home.script("mark", "cd \"%s\"\necho \"$1\" >>marks\n".formatted(folder));
    home.with("inventory/estate.yml", "services:\n  apache: {}\n  nginx: {}\n")
        .with(
            "write_mark",
            """
            summary: Write a mark for a service
            risk: high
            schedule: optional
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

  @AfterEach
  void stop() {
    server.close();
  }

  /** However long it takes to start again, that is within the grace. */
  @Test
  void runsOnceWhenItIsDueAlsoAfterACrash() {
    start("30m");
    var id = scheduled("write_mark service=apache when=PT20S");
    var calledOff = scheduled("write_mark service=nginx when=PT20S");
    assertThat(words(server.say(TALK, "jason", "cancel the scheduled mark for nginx")))
        .contains("I've called it off");

    server.crash();

    awaitEnd(id);
    assertThat(server.status(id)).isEqualTo("succeeded");
    assertThat(server.status(calledOff)).isEqualTo("cancelled");
    assertThat(marks()).containsExactly("apache");
    assertThat(server.toldOf(id, TALK))
        .anyMatch(told -> told.startsWith("It is time for what you scheduled."))
        .anyMatch(told -> told.contains("The mark for apache has been written"));

    server.crash();

    assertThat(words(server.say(TALK, "jason", "what's scheduled?"))).contains("Nothing of yours");
    assertThat(server.status(id)).isEqualTo("succeeded");
    assertThat(marks()).containsExactly("apache");
  }

  @Test
  void isAskedAboutWhenItsTimeWentByWhileTheServerWasDown() {
    start("1ms");
    var id = scheduled("write_mark service=apache when=PT30S");
    var due = Instant.parse(due(id));

    server.kill();
    Eventually.until("the time has gone by", () -> Instant.now().isAfter(due.plusMillis(100)));
    server.begin();

    assertThat(server.status(id)).isEqualTo("cancelled");
    assertThat(marks()).isEmpty();
    var asked = server.say(TALK, "jason", "what is pending?");
    assertThat(phase(asked)).isEqualTo("confirming");
    assertThat(words(asked)).contains("write_mark service=apache");

    var answer = server.sayAndWait(TALK, "jason", "yes");
    assertThat(started(answer)).isNotEqualTo(id);
    assertThat(server.status(started(answer))).isEqualTo("succeeded");
    assertThat(marks()).containsExactly("apache");
  }

  private String scheduled(String command) {
    assertThat(words(server.say(TALK, "jason", command))).contains("Not now, but on");
    var stored = server.say(TALK, "jason", "yes");
    assertThat(stored.at("/executions/0/status").asText()).isEqualTo("scheduled");
    assertThat(server.status(started(stored))).isEqualTo("scheduled");
    return started(stored);
  }

  private String due(String id) {
    return server.execution(id).get("due").asText();
  }

  private void awaitEnd(String id) {
    Eventually.get(
        "it has run",
        LONGEST,
        () ->
            List.of("scheduled", "running").contains(server.status(id))
                ? Optional.empty()
                : Optional.of(true));
  }

  private List<String> marks() {
    return Files.exists(home.path("marks")) ? home.read("marks").lines().toList() : List.of();
  }
}
