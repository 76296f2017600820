package dev.parley.action.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process with all that it started. */
final class ProcessTree {
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final List<ProcessHandle> processes;
  private final boolean sudo;

  /**
   * Listed while the parent lives: afterwards nobody knows whose children they were.
   *
   * @param sudo whether it runs as root, so that only root can end it
   */
  ProcessTree(Process process, boolean sudo) {
    this.processes = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    this.sudo = sudo;
  }

  /** Ends all of it, in order when it lets itself be ended so, and tells whether it has ended. */
  boolean end() throws InterruptedException {
    processes.forEach(ProcessHandle::destroy);
    if (!gone(processes)) {
      kill();
    }
    return gone(everything());
  }

  /** Ends all of it at once. */
  void kill() {
    var left = everything().stream().filter(ProcessHandle::isAlive).toList();
    left.forEach(ProcessHandle::destroyForcibly);
    if (sudo && left.stream().anyMatch(ProcessHandle::isAlive)) {
      killAsRoot(left);
    }
  }

  private List<ProcessHandle> everything() {
    return Stream.concat(processes.stream(), processes.stream().flatMap(ProcessHandle::descendants))
        .distinct()
        .toList();
  }

  private static boolean gone(List<ProcessHandle> processes) throws InterruptedException {
    try {
      CompletableFuture.allOf(
              processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return processes.stream().noneMatch(ProcessHandle::isAlive);
    }
  }

  /** Where sudo does not allow it, the processes stay, and that is told. */
  private static void killAsRoot(List<ProcessHandle> left) {
    var argv = new ArrayList<>(List.of("sudo", "-n", "--", "kill", "-KILL"));
    left.forEach(process -> argv.add(Long.toString(process.pid())));
    try {
      new ProcessBuilder(argv)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      return;
    }
  }
}
