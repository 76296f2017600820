package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cli.conversationtest.ConversationTestReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the documentation says that the assistant replies. */
class TranscriptsTest {
  private static final Path PAGE = Path.of("docs/conversations.md");
  private static final int PATTERNS = 14;

  @Test
  void whatIsSaidAboutTeachingIsWhatIsReplied() throws Exception {
    var report = ConversationsTest.hold(ConversationTestReader.read(Path.of("docs/teaching.md")));
    assertThat(report.allPassed()).as(report.text()).isTrue();
  }

  @Test
  void everyTranscriptOfTheDocumentationIsWhatIsReplied() throws Exception {
    var tests = ConversationTestReader.read(PAGE);
    assertThat(tests.stream().map(test -> test.name()).distinct())
        .as("sections with a transcript")
        .hasSizeGreaterThanOrEqualTo(PATTERNS);
    var report = ConversationsTest.hold(tests);
    assertThat(report.allPassed()).as(report.text()).isTrue();
  }
}
