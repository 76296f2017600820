package dev.parley.action.process;

import dev.parley.action.OutputBuffer;
import dev.parley.action.Verdict;
import dev.parley.intent.Outcome.TargetResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One run of a program, from its empty folder to the end of all that it started. */
public final class ChildProcess {
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final String DEFAULT_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private final Path workFolders;
  private final Verdict verdict;
  private final Duration limit;
  private final OutputBuffer output = new OutputBuffer();
  private final long began = System.nanoTime();

  public ChildProcess(Path workFolders, Verdict verdict, Duration limit) {
    this.workFolders = workFolders;
    this.verdict = verdict;
    this.limit = limit;
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
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        end(process);
        return verdict.timedOut(limit, output, took());
      }
      // A daemon that it left behind may hold the pipe open; its output is not waited for.
      reader.join(GRACE.toMillis());
      return verdict.ended(process.exitValue(), output, took());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      tree(process).forEach(ProcessHandle::destroyForcibly);
      return verdict.lost("The assistant was stopped", output, took());
    }
  }

  private static void end(Process process) throws InterruptedException {
    // Listed while the parent lives: afterwards nobody knows whose children they were.
    var tree = tree(process);
    tree.forEach(ProcessHandle::destroy);
    try {
      CompletableFuture.allOf(
              tree.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      Stream.concat(tree.stream(), tree.stream().flatMap(ProcessHandle::descendants))
          .toList()
          .forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static List<ProcessHandle> tree(Process process) {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
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
