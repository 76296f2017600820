package dev.parley.fuzz;

import static dev.parley.fuzz.Fuzzed.holds;

import dev.parley.cli.conversationtest.ConversationTest;
import dev.parley.cli.conversationtest.ConversationTestReader;
import dev.parley.cli.conversationtest.InvalidTestException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;

/** Any file of conversation tests, in each of its forms: tests, or what is wrong with it. */
final class ConversationTestsFuzz {
  private ConversationTestsFuzz() {}

  static void read(byte[] input) {
    for (var form : List.of("yml", "json", "md", "txt")) {
      var name = "fuzzed." + form;
      tests(Fuzzed.folder("conversation-tests", name, input).resolve(name))
          .forEach(test -> holds(!test.turns().isEmpty(), "A test without a turn: %s", test));
    }
  }

  private static List<ConversationTest> tests(Path file) {
    return Fuzzed.bounded(
        () -> {
          try {
            return ConversationTestReader.read(file);
          } catch (InvalidTestException e) {
            Fuzzed.oneLine(e.getMessage());
            return List.of();
          } catch (CharacterCodingException e) {
            return List.of();
          }
        });
  }
}
