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
 * However the assistant ends, the pipe is closed then, and the process ends with it. While the
 * process lives the service's port is open, and what happens to it stands in its log.
 */
final class DemoService implements Closeable {
  private static final int PATIENCE_SECONDS = 2;

  private final String name;
  private final String unit;
  private final DemoLog log;
  private final Opening opening;
  private @Nullable Process process;
  private DemoPorts.@Nullable Door door;
  private Instant since = Instant.now();
  private @Nullable Instant reloaded;
  private boolean wanted;

  /** Opens the port of a service, if it has one. */
  @FunctionalInterface
  interface Opening {
    DemoPorts.@Nullable Door open(DemoService service) throws IOException;
  }

  DemoService(String name, String unit, DemoLog log, Opening opening) {
    this.name = name;
    this.unit = unit;
    this.log = log;
    this.opening = opening;
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

  /** The loopback port behind which it listens now. */
  synchronized Optional<Integer> port() {
    return state() == State.ACTIVE && door != null ? Optional.of(door.port()) : Optional.empty();
  }

  /** Writes a line into its log, as its process. */
  void says(String message) {
    log.add(unit, running().map(it -> it.handle().pid()).orElse(0L), message);
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
    var started = builder.start();
    process = started;
    door = opening.open(this);
    since = Instant.now();
    reloaded = null;
    wanted = true;
    says("Started " + name + ".");
    started.onExit().thenRun(() -> ended(started));
  }

  /** Whoever ended the process, its port goes with it. */
  private synchronized void ended(Process which) {
    if (which != process) {
      return;
    }
    shut();
    log.add(unit, which.pid(), "Main process ended with status %d.".formatted(which.exitValue()));
  }

  private void shut() {
    try {
      if (door != null) {
        door.close();
      }
    } catch (IOException e) {
      log.add(unit, 0, "The port could not be closed: " + e.getMessage());
    }
    door = null;
  }

  synchronized void stop() {
    var ending = process;
    if (ending != null) {
      says("Stopping " + name + ".");
      process = null;
      shut();
      end(ending);
      since = Instant.now();
      log.add(unit, ending.pid(), "Stopped " + name + ".");
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
    says("Reloaded " + name + ".");
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
