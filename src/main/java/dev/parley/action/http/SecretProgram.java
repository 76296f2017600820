package dev.parley.action.http;

import dev.parley.action.Action.UnplannableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program that knows secrets, such as the client of a vault: it is run without a shell, with the
 * name of a secret as its one argument, and prints it.
 */
record SecretProgram(Path program) {
  private static final int PATIENCE_SECONDS = 10;
  private static final int LARGEST = 64 * 1024;

  String get(String name) {
    Process process;
    try {
      process =
          new ProcessBuilder(program.toString(), name)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw problem(name, "cannot be run; check its path and mode");
    }
    try {
      return printed(process, name);
    } finally {
      process.destroyForcibly();
    }
  }

  private String printed(Process process, String name) {
    var read = CompletableFuture.supplyAsync(() -> read(process));
    try {
      var printed = read.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!process.waitFor(1, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw problem(name, "did not succeed; run it by hand to see why");
      }
      return printed.strip();
    } catch (TimeoutException | ExecutionException e) {
      throw problem(name, "did not answer within " + PATIENCE_SECONDS + " seconds");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw problem(name, "was interrupted; ask again");
    }
  }

  private static String read(Process process) {
    try {
      var bytes = process.getInputStream().readNBytes(LARGEST);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private UnplannableException problem(String name, String what) {
    return new UnplannableException(
        "The secret %s could not be had: the program %s %s.".formatted(name, program, what));
  }
}
