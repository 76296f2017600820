package dev.parley.inventory;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Runs a program that prints hosts, in an environment that holds none of the assistant's secrets,
 * for a limited time and with limited output.
 */
final class ProgramRun {
  private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  private static final int MOST_ERRORS = 64 * 1024;
  private static final int LONGEST_LINE = 200;

  /** Why a program gave no hosts, as a sentence. */
  static final class FailedException extends Exception {
    private static final long serialVersionUID = 1;

    FailedException(String why) {
      super(why);
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }

  private final Path program;
  private final Duration limit;
  private final int mostOutput;
  private final long deadline;

  /**
   * @param limit for everything that is run
   * @param mostOutput in bytes, of one run
   */
  ProgramRun(Path program, Duration limit, int mostOutput) {
    this.program = program.toAbsolutePath();
    this.limit = limit;
    this.mostOutput = mostOutput;
    this.deadline = System.nanoTime() + limit.toNanos();
  }

  /** What it prints with these arguments. */
  String output(String... arguments) throws FailedException {
    Process process;
    try {
      process = start(arguments);
    } catch (IOException e) {
      throw new FailedException("It cannot be started: " + e.getMessage() + ".");
    }
    try {
      var errors = reading(process.getErrorStream(), MOST_ERRORS, process);
      var output = reading(process.getInputStream(), mostOutput, process);
      await(process);
      return result(process, output, errors);
    } finally {
      end(process);
    }
  }

  private Process start(String... arguments) throws IOException {
    var command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
    var builder = new ProcessBuilder(command).directory(program.resolveSibling("").toFile());
    builder.environment().clear();
    builder
        .environment()
        .putAll(Map.of("PATH", PATH, "HOME", System.getProperty("user.home"), "LANG", "C.UTF-8"));
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    return builder.start();
  }

  private void await(Process process) throws FailedException {
    try {
      if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw new FailedException("It did not end within " + limit.toSeconds() + " seconds.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailedException("The assistant was stopped while it ran.");
    }
  }

  /** Too much output ends the process; too many errors are not read. */
  private CompletableFuture<byte[]> reading(InputStream stream, int most, Process process) {
    var result = new CompletableFuture<byte[]>();
    var thread = new Thread(() -> read(stream, most, process, result), "inventory-program");
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  private static void read(
      InputStream stream, int most, Process process, CompletableFuture<byte[]> result) {
    var bytes = new ByteArrayOutputStream();
    try (stream) {
      var head = stream.readNBytes(most + 1);
      bytes.write(head, 0, Math.min(head.length, most));
      if (head.length > most) {
        tree(process).forEach(ProcessHandle::destroyForcibly);
        result.complete(head);
        return;
      }
    } catch (IOException e) {
      // it was ended; what it said so far is what there is
    }
    result.complete(bytes.toByteArray());
  }

  private String result(
      Process process, CompletableFuture<byte[]> output, CompletableFuture<byte[]> errors)
      throws FailedException {
    var printed = get(output);
    if (printed.length > mostOutput) {
      throw new FailedException("It prints more than " + mostOutput + " bytes.");
    }
    int status = process.exitValue();
    if (status != 0) {
      var why = said(new String(get(errors), StandardCharsets.UTF_8));
      throw new FailedException(
          "It ended with status " + status + (why.isEmpty() ? "." : ": " + why));
    }
    return new String(printed, StandardCharsets.UTF_8);
  }

  /** A process that it left behind may hold the pipe open; that is waited for no longer. */
  private byte[] get(CompletableFuture<byte[]> bytes) throws FailedException {
    try {
      return bytes.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new FailedException("It did not end within " + limit.toSeconds() + " seconds.");
    } catch (ExecutionException | InterruptedException e) {
      throw new FailedException("The assistant was stopped while it ran.");
    }
  }

  /** The first line that says something; of Python's traces that is the last. */
  private static String said(String errors) {
    var lines = errors.lines().map(String::strip).filter(Predicate.not(String::isEmpty)).toList();
    if (lines.isEmpty()) {
      return "";
    }
    var line = lines.get(0).startsWith("Traceback ") ? lines.get(lines.size() - 1) : lines.get(0);
    var plain = line.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
    var cut = plain.length() > LONGEST_LINE ? plain.substring(0, LONGEST_LINE) + " …" : plain;
    return cut.endsWith(".") ? cut : cut + ".";
  }

  private static void end(Process process) {
    tree(process).forEach(ProcessHandle::destroyForcibly);
  }

  private static List<ProcessHandle> tree(Process process) {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }
}
