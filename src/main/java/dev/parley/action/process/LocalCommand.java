package dev.parley.action.process;

import dev.parley.action.ActiveRun;
import dev.parley.action.OutputBuffer;
import dev.parley.action.Verdict;
import dev.parley.intent.Outcome.TargetResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One run of a program on the assistant's own machine: an argv without a shell, in a clean
 * environment and an empty folder, up to the end of all that it started.
 */
public final class LocalCommand {
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final String DEFAULT_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private final Path workFolders;
  private final Verdict verdict;
  private final Duration limit;
  private final ActiveRun run;
  private final OutputBuffer output;
  private final long began = System.nanoTime();

  /** Set by whichever comes first: the program's end, its time being up, or somebody's stop. */
  private final AtomicBoolean settled = new AtomicBoolean();

  private final CompletableFuture<Boolean> stopped = new CompletableFuture<>();

  /**
   * @param workFolders where it gets an empty folder of its own
   */
  public LocalCommand(Path workFolders, Verdict verdict, Duration limit, ActiveRun run) {
    this.workFolders = workFolders;
    this.verdict = verdict;
    this.limit = limit;
    this.run = run;
    this.output = run.output(verdict.target());
  }

  /** Runs it to its end, with these bytes as its standard input. */
  public TargetResult run(byte[] input) {
    Path folder;
    try {
      Files.createDirectories(workFolders);
      folder = Files.createTempDirectory(workFolders, "run");
    } catch (IOException e) {
      return verdict.refused(
          "No working folder could be made in %s (%s); check that it can be written."
              .formatted(workFolders, e.getMessage()),
          took());
    }
    try {
      return runIn(folder, input);
    } finally {
      delete(folder);
    }
  }

  private TargetResult runIn(Path folder, byte[] input) {
    Process process;
    try {
      process = start(folder);
    } catch (IOException e) {
      return verdict.refused(
          "%s could not be started (%s); check that it is installed."
              .formatted(verdict.argv().get(0), e.getMessage()),
          took());
    }
    var reader = daemon("output", () -> process.getInputStream().transferTo(output));
    daemon("input", () -> feed(process, input));
    return await(process, reader);
  }

  private Process start(Path folder) throws IOException {
    var builder = new ProcessBuilder(verdict.argv());
    var path = System.getenv().getOrDefault("PATH", DEFAULT_PATH);
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", path, "LANG", "C.UTF-8"));
    return builder.directory(folder.toFile()).redirectErrorStream(true).start();
  }

  private static void feed(Process process, byte[] input) throws IOException {
    try (var stdin = process.getOutputStream()) {
      stdin.write(input);
    }
  }

  private TargetResult await(Process process, Thread reader) {
    run.whenStopped(() -> daemon("stop", () -> stop(process)));
    try {
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!settled.compareAndSet(false, true)) {
        boolean gone = stopped.join();
        finish(reader);
        return verdict.stopped(run.stoppedBy().orElse("Somebody"), gone, output, took());
      }
      boolean gone = ended || new ProcessTree(process, sudo()).end();
      finish(reader);
      return ended
          ? verdict.ended(process.exitValue(), output, took())
          : verdict.timedOut(limit, gone, output, took());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      new ProcessTree(process, sudo()).kill();
      return verdict.lost("The assistant was stopped", output, took());
    }
  }

  /** A daemon that it left behind may hold the pipe open; its output is not waited for. */
  private void finish(Thread reader) throws InterruptedException {
    reader.join(GRACE.toMillis());
    output.end();
  }

  /** What has ended by itself meanwhile is not stopped. */
  private void stop(Process process) {
    if (!settled.compareAndSet(false, true)) {
      return;
    }
    boolean gone = false;
    try {
      gone = new ProcessTree(process, sudo()).end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stopped.complete(gone);
    }
  }

  private boolean sudo() {
    return verdict.argv().get(0).equals("sudo");
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private interface Copying {
    void run() throws IOException;
  }

  /** A broken pipe only means that the program did not want the rest. */
  private static Thread daemon(String name, Copying copying) {
    var thread =
        new Thread(
            () -> {
              try {
                copying.run();
              } catch (IOException e) {
                return;
              }
            },
            "process-" + name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void delete(Path folder) {
    try (var inside = Files.walk(folder)) {
      for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // What the program made unreadable stays behind; the run itself is over.
      return;
    }
  }
}
