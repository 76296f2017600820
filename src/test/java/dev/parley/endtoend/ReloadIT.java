package dev.parley.endtoend;

import static dev.parley.endtoend.Server.phase;
import static dev.parley.endtoend.Server.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose files are edited while it runs. */
class ReloadIT {
  @TempDir static Path folder;
  private static TestHome home;
  private static Server server;
  private static String mark;

  @BeforeAll
  static void start() {
    home = TestHome.empty(folder);
    var script = home.script("mark", "echo \"$1\"\n");
    mark = TestHome.mark("high", "host", "\"%s\", \"{host}\"".formatted(script));
    home.marking("host", mark);
    server = Server.start(home);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void anEditedInventoryIsNoticed() {
    var hosts = home.read("inventory/hosts.ini");
    assertThat(phase(server.say("notices", "jason", "write_mark host=web-07")))
        .isNotEqualTo("confirming");
    home.with("inventory/hosts.ini", hosts + "web-07\n");
    Eventually.until(
        "the new host is known",
        () -> phase(server.say("notices", "jason", "write_mark host=web-07")).equals("confirming"));
    assertThat(home.output("serve")).contains("Reloaded hosts: added web-07");
  }

  @Test
  void aBrokenFileIsToldWithItsLineAndChangesNothing() {
    home.with("intents/broken.yml", "intent: broken\nsummary: x\nrisk: hihg\n");
    Eventually.until(
        "the log tells of it", () -> home.output("serve").contains("intents/broken.yml:3: "));
    var told = home.run("", "reload");
    assertThat(told.status()).isEqualTo(1);
    assertThat(told.output()).contains("intents/broken.yml:3: ").doesNotContain("\tat ");
    assertThat(phase(server.say("broken", "jason", "write a mark for web-01")))
        .isEqualTo("confirming");

    home.path("intents/broken.yml").toFile().delete();
    var mended = home.run("", "reload");
    assertThat(mended.status()).as(mended.output()).isZero();
    assertThat(mended.output()).contains("Nothing has changed.");
  }

  @Test
  void aNewIntentIsLearntBesideWhatRuns() {
    home.with(
        "praise_host",
        mark.replace("a mark", "a praise"),
        "sing the praise of [web-01](host)",
        "praise [web-02](host)",
        "say something nice about [web-01](host)",
        "praise a host",
        "flatter [web-02](host) a little",
        "give [web-01](host) a compliment");
    var learning = server.reloading();
    Eventually.until(
        "the exact form is known before it is learnt",
        () -> phase(server.say("exact", "jason", "praise_host host=web-01")).equals("confirming"));
    assertThat(phase(server.say("meanwhile", "jason", "write a mark for web-01")))
        .isEqualTo("confirming");

    var reload = learning.join();
    assertThat(reload.get("problems")).isEmpty();
    assertThat(reload.get("changes").toString())
        .contains("intents: added praise_host", "examples: 6 added", "model: ");
    var understood = server.say("learnt", "jason", "sing the praise of web-02");
    assertThat(understood.at("/understanding/intent").asText()).isEqualTo("praise_host");
    assertThat(phase(understood)).isEqualTo("confirming");
  }

  @Test
  void aProgramsHostsComeAndStayWhileItFails() throws Exception {
    Files.setPosixFilePermissions(
        home.path("inventory"), PosixFilePermissions.fromString("rwxr-xr-x"));
    program("echo '{\"cloud\": [\"cloud-01\"], \"_meta\": {\"hostvars\": {}}}'");
    var reload = server.reload();
    assertThat(reload.get("changes").toString()).contains("hosts: added cloud-01");

    program("echo 'The cloud is gone' >&2; exit 1");
    var told = home.run("", "reload");
    assertThat(told.status()).isEqualTo(1);
    assertThat(told.output()).contains("inventory/cloud.sh:1: ", "The cloud is gone.");
    assertThat(words(server.say("cloud", "jason", "write_mark host=cloud-01")))
        .contains("cloud-01");

    program("echo '{\"cloud\": [\"cloud-02\"], \"_meta\": {\"hostvars\": {}}}'");
    assertThat(server.reload().get("changes").toString())
        .contains("hosts: added cloud-02; removed cloud-01");
    var writable = PosixFilePermissions.fromString("rwxrwxrwx");
    Files.setPosixFilePermissions(home.path("inventory/cloud.sh"), writable);
    assertThat(server.reload().get("problems").toString()).contains("can be written by others");
    home.path("inventory/cloud.sh").toFile().delete();
    assertThat(server.reload().get("problems")).isEmpty();
  }

  private static void program(String text) throws Exception {
    var file = home.script("inventory/cloud.sh", text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
