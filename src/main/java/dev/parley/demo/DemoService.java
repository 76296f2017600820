package dev.parley.demo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One service of a demo host: a small native process that reads a pipe which the assistant holds.
 * However the assistant ends, the pipe is closed then, and the process ends with it.
 */
final class DemoService implements Closeable {
  private static final int PATIENCE_SECONDS = 2;

  private final String name;
  private final String unit;
  private @Nullable Process process;
  private Instant since = Instant.now();
  private @Nullable Instant reloaded;
  private boolean wanted;

  DemoService(String name, String unit) {
    this.name = name;
    this.unit = unit;
  }

  /** A running process, as the process list shows it. */
  record Running(String unit, ProcessHandle handle, Instant since) {}

  /** As systemd names it. */
  enum State {
    ACTIVE,
    INACTIVE,
    FAILED
  }

  String name() {
    return name;
  }

  String unit() {
    return unit;
  }

  synchronized State state() {
    if (process != null && process.isAlive()) {
      return State.ACTIVE;
    }
    return wanted ? State.FAILED : State.INACTIVE;
  }

  synchronized Optional<Running> running() {
    return process != null && process.isAlive()
        ? Optional.of(new Running(unit, process.toHandle(), since))
        : Optional.empty();
  }

  synchronized Instant since() {
    return since;
  }

  synchronized Optional<Instant> reloaded() {
    return Optional.ofNullable(reloaded);
  }

  synchronized void start() throws IOException {
    if (state() == State.ACTIVE) {
      return;
    }
    var builder = new ProcessBuilder(program()).directory(Path.of("/").toFile());
    builder.environment().clear();
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    process = builder.start();
    since = Instant.now();
    reloaded = null;
    wanted = true;
  }

  synchronized void stop() {
    if (process != null) {
      end(process);
      process = null;
      since = Instant.now();
    }
    wanted = false;
  }

  synchronized void restart() throws IOException {
    stop();
    start();
  }

  /** The process reads no configuration, so that it did so again is all there is to note. */
  synchronized void reload() {
    reloaded = Instant.now();
  }

  @Override
  public void close() {
    stop();
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String program() {
    return Stream.of("/bin/cat", "/usr/bin/cat")
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst()
        .orElse("cat");
  }
}
