package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cli.conversationtest.ConversationTestReader;
import dev.parley.cli.conversationtest.TestRunner;
import dev.parley.interchange.RasaImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Rasa project of the usual shape, brought here: intents, two forms, synonyms and tables. */
class ImportedRasaTest {
  @TempDir Path home;

  @Test
  void itsConversationsAreHeldHere() throws Exception {
    Files.createDirectories(home.resolve("intents"));
    Files.writeString(
        home.resolve("permissions.yml"),
        """
        people:
          jason: {accounts: {os: jason}, roles: [operator]}
        roles:
          operator: {description: Runs everything}
        rules:
          - {role: operator, intents: "*"}
        """);
    RasaImport.of(Path.of("src/test/resources/rasa/usual"), home)
        .files()
        .forEach(ImportedRasaTest::write);
    var tests =
        ConversationTestReader.read(Path.of("src/test/resources/rasa/usual.conversations.yml"));
    var settings = Settings.of(Path.of("target/test-data").toAbsolutePath(), true);
    try (var assembly = Assembly.open(Home.of(home), settings)) {
      var report =
          new TestRunner(() -> new RehearsalStage(assembly), assembly.knowledge().catalog())
              .run(tests);
      assertThat(report.allPassed()).as(report.text()).isTrue();
    }
  }

  private static void write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
