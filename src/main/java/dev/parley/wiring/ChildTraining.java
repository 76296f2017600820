package dev.parley.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Has a process of its own learn: a server's flags, which make it start fast and stay small, make
 * learning take several times as long.
 */
final class ChildTraining {
  /** So that whoever talks to a running server does not wait for it. */
  private static final Path NICE = Path.of("/usr/bin/nice");

  private ChildTraining() {}

  /** Whether this process was started from the program's jar, so that another one can be. */
  static boolean possible() {
    return System.getProperty("java.class.path", "").endsWith("quarkus-run.jar");
  }

  /** Learns what the home's files teach; its progress and its errors go to standard error. */
  static void run(Home home, Path data) {
    var builder =
        new ProcessBuilder(command(home))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("PARLEY_DATA", data.toString());
    try {
      System.err.println("Learning from " + home.trainingData() + ", a minute or two …");
      await(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("The process that learns could not be started.", e);
    }
  }

  private static void await(Process process) {
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("Learning failed; ./parley train says why.");
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Learning was interrupted.", e);
    }
  }

  private static List<String> command(Home home) {
    var command = new ArrayList<String>();
    if (Files.isExecutable(NICE)) {
      command.addAll(List.of(NICE.toString(), "-n", "10"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseParallelGC");
    command.add("-Xmx1g");
    command.add("-Dparley.root=" + home.root());
    command.add("-jar");
    command.add(System.getProperty("java.class.path"));
    command.add("train");
    if (!home.demo()) {
      command.add("--home");
      command.add(home.root().toString());
    }
    return command;
  }
}
