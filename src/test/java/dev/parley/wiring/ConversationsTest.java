package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cli.conversationtest.ConversationTest;
import dev.parley.cli.conversationtest.ConversationTestReader;
import dev.parley.cli.conversationtest.TestReport;
import dev.parley.cli.conversationtest.TestRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The repository's own conversations, with the shipped intents, data and demo estate. */
class ConversationsTest {
  private static final Path FOLDER = Path.of("src/test/conversations");

  @Test
  void everyConversationGoesAsItIsWritten() throws Exception {
    var tests = new ArrayList<ConversationTest>();
    try (var files = Files.list(FOLDER)) {
      for (var file : files.sorted().toList()) {
        tests.addAll(ConversationTestReader.read(file));
      }
    }
    assertThat(tests).hasSizeGreaterThan(100);
    var report = hold(tests);
    assertThat(report.allPassed()).as(report.text()).isTrue();
  }

  static TestReport hold(List<ConversationTest> tests) throws Exception {
    var settings = Settings.of(Path.of("target/test-data").toAbsolutePath(), true);
    try (var assembly = Assembly.open(Home.demo(Path.of("")), settings)) {
      var runner =
          new TestRunner(() -> new RehearsalStage(assembly), assembly.knowledge().catalog());
      return runner.run(tests);
    }
  }
}
