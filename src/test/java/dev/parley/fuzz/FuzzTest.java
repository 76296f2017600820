package dev.parley.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Jazzer against everything that reads what people, files and programs say. In the build each
 * target gets what is known and a number of inputs that are always the same; {@code
 * -Dfuzz.seconds=600} shares that time among them, half of it for conversations.
 */
class FuzzTest {
  private static final Path CORPUS = Path.of("src/test/fuzz");
  private static final Path FOUND = Path.of("target/fuzz");
  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 0);

  /** Libraries that nothing which is fuzzed needs. */
  private static final Pattern NOT_FUZZED =
      Pattern.compile(
          "/(?:selenium|jmh|archunit|rest-assured|groovy|htmlunit|hibernate|flyway|netty|mvnpm"
              + "|junit|byte-buddy|opentelemetry|smallrye-open-api|gizmo|narayana|esbuild)[^/]*$");

  /**
   * Learning, and what a score is computed with: nothing that an input takes another way through.
   */
  private static final String ARITHMETIC =
      "dev.parley.training.**:dev.parley.understanding.VectorMath";

  /** How much longer it may take to begin and to end. */
  private static final int BESIDES_SECONDS = 600;

  /** What is fuzzed, with how many inputs in the build and how much of the time otherwise. */
  enum Target {
    CONVERSATIONS(ConversationsFuzz.class, 100, 0.5),
    TEXTS(TextsFuzz.class, 600, 0.25),
    FILES(FilesFuzz.class, 400, 0.25);

    private final Class<?> code;
    private final int inputs;
    private final double share;

    Target(Class<?> code, int inputs, double share) {
      this.code = code;
      this.inputs = inputs;
      this.share = share;
    }

    private String folder() {
      return name().toLowerCase(Locale.ROOT);
    }

    private int seconds() {
      return (int) Math.ceil(share * SECONDS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsFound(Target target) throws Exception {
    if (target == Target.CONVERSATIONS) {
      // whoever is fuzzed does not learn meanwhile
      ConversationsFuzz.open().close();
    }
    var folder = Files.createDirectories(FOUND.resolve(target.folder()));
    var log = folder.resolve("log");
    var process =
        new ProcessBuilder(command(target, folder))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(target.seconds() + BESIDES_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly().waitFor();
    assertThat(ended && process.exitValue() == 0).as(() -> tail(log)).isTrue();
  }

  private static List<String> command(Target target, Path folder) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<String>();
    command.addAll(List.of(java, "-Xmx1500m", "-Xss2m", "-XX:+UseSerialGC"));
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.add("-Dfuzz.scratch=" + folder.resolve("scratch"));
    command.addAll(List.of("-cp", classPath()));
    command.add("com.code_intelligence.jazzer.Jazzer");
    // A process that a large one started begins with the other's peak, which is no memory of its
    // own.
    command.add("-rss_limit_mb=0");
    command.add("--target_class=" + target.code.getName());
    command.add("--instrumentation_includes=dev.parley.**");
    command.add("--instrumentation_excludes=" + ARITHMETIC);
    command.add("--custom_hook_includes=dev.parley.**");
    command.add("--reproducer_path=" + folder);
    command.add("-artifact_prefix=" + folder + "/");
    command.addAll(List.of("-max_len=1500", "-timeout=300", "-print_final_stats=1"));
    command.addAll(
        SECONDS > 0
            ? List.of("-max_total_time=" + target.seconds())
            : List.of("-seed=1", "-runs=" + target.inputs));
    command.add("-dict=" + CORPUS.resolve("words"));
    // what it finds interesting on the way goes into the first of these
    command.add(found(folder).toString());
    command.add(CORPUS.resolve(target.folder()).toString());
    return command;
  }

  /** Long runs go on from what those before them found; the short one always begins anew. */
  private static Path found(Path folder) throws IOException {
    var corpus = Files.createDirectories(folder.resolve(SECONDS > 0 ? "corpus" : "short"));
    if (SECONDS == 0) {
      try (var before = Files.list(corpus)) {
        for (var input : before.toList()) {
          Files.delete(input);
        }
      }
    }
    return corpus;
  }

  /** Jazzer looks through every class of it at each start. */
  private static String classPath() {
    return Stream.of(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator))
        .filter(entry -> !NOT_FUZZED.matcher(entry).find())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String tail(Path log) {
    try {
      var lines = Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 80), lines.size()));
    } catch (IOException e) {
      return "There is no " + log;
    }
  }
}
