package dev.parley.fuzz;

import dev.parley.intent.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** What the targets have in common: how an input is read, and what must hold of every one. */
public final class Fuzzed {
  /** Of one thread, so that a busy machine is no finding. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final int MANY = 10_000;
  private static boolean warm;

  private Fuzzed() {}

  /** Has everything loaded that an input needs: until then nothing is measured. */
  static void warmUp(Consumer<byte[]> target, String input) {
    target.accept(input.getBytes(StandardCharsets.UTF_8));
    warm = true;
  }

  public static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  /** Fails where something does not hold. */
  public static void holds(boolean fact, String otherwise, Object... about) {
    if (!fact) {
      throw new AssertionError(otherwise.formatted(about));
    }
  }

  /** Does something that must come to an end. */
  public static <T> T bounded(Callable<T> work) {
    var clock = ManagementFactory.getThreadMXBean();
    long before = clock.getCurrentThreadCpuTime();
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError("It throws what nobody expects.", e);
    } finally {
      var took = Duration.ofNanos(clock.getCurrentThreadCpuTime() - before);
      holds(!warm || took.compareTo(LONGEST) < 0, "It took %s.", took);
    }
  }

  /** A folder with one file of this content, always the same folder. */
  public static Path folder(String target, String file, byte[] content) {
    try {
      var path = Path.of(System.getProperty("fuzz.scratch", "target/fuzz"), target, file);
      Files.createDirectories(path.getParent());
      Files.write(path, content);
      return path.getParent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A problem says where, what and what to do, in one line that nothing in the file can break. */
  public static void told(List<Problem> problems, byte[] file) {
    long lines = text(file).chars().filter(c -> "\n\r\u0085\u2028\u2029".indexOf(c) >= 0).count();
    holds(problems.size() < MANY, "%d problems", problems.size());
    for (var problem : problems) {
      oneLine(problem.toString());
      holds(!problem.what().isBlank() && !problem.todo().isBlank(), "%s says nothing.", problem);
      holds(problem.line() >= 0 && problem.line() <= lines + 1, "%s is nowhere.", problem);
    }
  }

  /** Nothing in it begins another line, or acts on a terminal or a reader. */
  public static void oneLine(String text) {
    text.codePoints()
        .forEach(
            c ->
                holds(
                    !Character.isISOControl(c)
                        && Character.getType(c) != Character.LINE_SEPARATOR
                        && Character.getType(c) != Character.PARAGRAPH_SEPARATOR,
                    "U+%04X stands in: %s",
                    c,
                    text));
  }
}
