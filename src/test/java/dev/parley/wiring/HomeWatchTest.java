package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeWatchTest {
  @TempDir Path folder;
  private final List<Boolean> reloads = new ArrayList<>();
  private HomeWatch watch;

  @BeforeEach
  void begin() throws IOException {
    for (var name : List.of("intents", "training-data", "inventory", "models/v1", "data")) {
      Files.createDirectories(folder.resolve(name));
    }
    write("permissions.yml", "one");
    write("inventory/hosts.ini", "[web]\nweb-01\n");
    watch = new HomeWatch(HomeFiles.of(Home.of(folder), folder.resolve("data")), reloads::add);
  }

  @Test
  void anythingThatAHomeHoldsCounts() throws IOException {
    for (var file :
        List.of(
            "permissions.yml",
            "intents/new.yml",
            "intents/deeper/new.yml",
            "training-data/new.yml",
            "inventory/group_vars/web/reach.yml",
            "models/use",
            "models/v1/manifest.json")) {
      write(file, "two");
      looks(file, 1);
      Files.delete(folder.resolve(file));
      looks(file, 1);
    }
    write("data/parley.log", "x");
    write("models/v1/intents.bin", "x");
    write("README.md", "x");
    looks("what is no part of a home", 0);
  }

  @Test
  void waitsUntilItIsQuiet() throws IOException {
    write("permissions.yml", "half");
    watch.look();
    write("permissions.yml", "half of it");
    watch.look();
    assertThat(reloads).isEmpty();
    watch.look();
    assertThat(reloads).containsExactly(false);
  }

  @Test
  void whatIsAsItWasIsNotReadAgain() throws IOException {
    write("permissions.yml", "two");
    watch.look();
    write("permissions.yml", "one");
    looks("changed back", 0);
    Files.setLastModifiedTime(
        folder.resolve("permissions.yml"), FileTime.from(Instant.now().minusSeconds(60)));
    looks("touched", 0);
  }

  @Test
  void seesAChangeOfOneSizeInOneMoment() throws IOException {
    var file = folder.resolve("permissions.yml");
    var moment = FileTime.from(Instant.now());
    Files.setLastModifiedTime(file, moment);
    watch.look();
    write("permissions.yml", "two");
    Files.setLastModifiedTime(file, moment);
    looks("same size and time", 1);
  }

  @Test
  void seesAFileThatWasReplacedAsAWhole() throws IOException {
    write("new", "two");
    var old = FileTime.from(Instant.now().minusSeconds(600));
    Files.setLastModifiedTime(folder.resolve("new"), old);
    Files.move(
        folder.resolve("new"),
        folder.resolve("permissions.yml"),
        StandardCopyOption.REPLACE_EXISTING);
    looks("replaced", 1);
  }

  @Test
  void aProgramThatBecomesExecutableCounts() throws IOException {
    write("inventory/cloud", "#!/bin/sh\n");
    looks("new", 1);
    assertThat(folder.resolve("inventory/cloud").toFile().setExecutable(true)).isTrue();
    looks("executable", 1);
  }

  private void looks(String what, int times) {
    reloads.clear();
    for (int i = 0; i < 4; i++) {
      watch.look();
    }
    assertThat(reloads).as(what).hasSize(times);
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }
}
