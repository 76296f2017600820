package dev.parley.wiring;

import dev.parley.cli.Complaint;
import dev.parley.cli.conversationtest.ConversationTest;
import dev.parley.cli.conversationtest.ConversationTestReader;
import dev.parley.cli.conversationtest.InvalidTestException;
import dev.parley.cli.conversationtest.TestRunner;
import dev.parley.training.ModelComparison;
import dev.parley.training.ModelManifest;
import dev.parley.training.UnusableModelException;
import dev.parley.training.Verdict;
import dev.parley.understanding.IntentModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets a new model read messages when it is not worse than the one before: by the figures of what
 * was left out, by known examples, and by the home's own conversations, where it has any under
 * {@code tests/}.
 */
final class Gate {
  private static final String MARGIN = "PARLEY_MODEL_MARGIN";
  private static final double USUAL = 1;
  private static final int TOLD = 5;

  private final Home home;
  private final Path data;
  private final double margin;

  private Gate(Home home, Path data, double margin) {
    this.home = home;
    this.data = data;
    this.margin = margin;
  }

  static Gate of(Home home, Path data) {
    return new Gate(home, data, margin(System.getenv(MARGIN)));
  }

  /** Per cent as somebody writes them, as a part of one. */
  static double margin(@Nullable String percent) {
    if (percent == null || percent.isBlank()) {
      return USUAL / 100;
    }
    if (!percent.strip().matches("\\d{1,2}(\\.\\d{1,3})?|100")) {
      throw Complaint.usage(
          MARGIN + " is " + percent + "; write per cent between 0 and 100, e.g. 1.5.");
    }
    return Double.parseDouble(percent.strip()) / 100;
  }

  /**
   * Compares a version that was just learnt with the one that stood before.
   *
   * @param made what was learnt
   */
  Verdict verdict(
      Learning learning, @Nullable ModelManifest before, ModelManifest after, IntentModel made) {
    if (before == null || before.version().equals(after.version())) {
      return Verdict.FIRST;
    }
    try {
      var old = learning.models().load(before.version());
      var verdict =
          ModelComparison.of(
              before, old, after, made, learning.data().samples(), learning.vectors()::of, margin);
      var lost = lostConversations(before.version(), after.version());
      return lost.isEmpty()
          ? verdict
          : verdict.and(
              List.of("Conversation tests that fail now: " + lost.size() + "."), told(lost));
    } catch (InvalidTestException | IOException e) {
      var why = "The conversation tests cannot be read: " + e.getMessage();
      return Verdict.FIRST.and(List.of(why), List.of());
    } catch (UnusableModelException e) {
      // what cannot be read cannot be better
      return Verdict.FIRST;
    }
  }

  private static List<String> told(Set<String> lost) {
    return lost.stream().limit(TOLD).map(name -> "conversation \"" + name + "\"").toList();
  }

  private Set<String> lostConversations(String before, String after)
      throws IOException, InvalidTestException {
    var tests = tests();
    if (tests.isEmpty()) {
      return Set.of();
    }
    var failed = failed(tests, after);
    failed.removeAll(failed.isEmpty() ? Set.of() : failed(tests, before));
    return failed;
  }

  private List<ConversationTest> tests() throws IOException, InvalidTestException {
    var folder = home.root().resolve("tests");
    var tests = new ArrayList<ConversationTest>();
    if (!Files.isDirectory(folder)) {
      return tests;
    }
    try (var files = Files.walk(folder)) {
      for (var file :
          files.filter(f -> f.toString().matches(".*\\.(ya?ml|json)")).sorted().toList()) {
        tests.addAll(ConversationTestReader.read(file));
      }
      return tests;
    }
  }

  /** The names of those that do not go as they are written, with a version. */
  private Set<String> failed(List<ConversationTest> tests, String version) {
    var settings = new Settings(data, true, System.getProperty("user.name"), Clock.systemUTC());
    var files = HomeFiles.of(home, data);
    try (var assembly = Assembly.rehearsal(files, files.first(), settings, version)) {
      var runner =
          new TestRunner(() -> new RehearsalStage(assembly), assembly.knowledge().catalog());
      return runner.run(tests).results().stream()
          .filter(result -> !result.failures().isEmpty())
          .map(result -> result.test().name())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The comparison was interrupted.", e);
    }
  }
}
