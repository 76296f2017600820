package dev.parley.cli.conversationtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.cli.conversationtest.Expect.Check;
import dev.parley.cli.conversationtest.Expect.Key;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptReaderTest {
  private static final String PAGE =
      """
      # Restarting

      It asks what is missing.

      ```transcript
      jason> restart apache
      bot> On which host would you
        like to restart apache?
      maria> hello
      bot> Hello.
      bot> Ask me something.
      ```

      ```
      # no heading, and no transcript
      ```

      ````
      ```transcript
      jason> this only shows how one is written
      ```
      ````

      ## Again
      ```transcript
      jason> thanks
      ```
      """;

  @Test
  void readsTheTranscriptsOfAPage() throws InvalidTestException {
    var tests = ConversationTestReader.parse("page.md", PAGE);

    assertThat(tests).extracting(ConversationTest::name).containsExactly("Restarting", "Again");
    var first = tests.get(0);
    assertThat(first.user()).isEqualTo("jason");
    assertThat(first.turns()).extracting("by").containsExactly("jason", "maria");
    assertThat(first.turns()).extracting("text").containsExactly("restart apache", "hello");
    assertThat(first.turns()).extracting("line").containsExactly(6, 9);
    assertThat(replies(first, 0))
        .containsExactly("On which host would you\nlike to restart apache?");
    assertThat(replies(first, 1)).containsExactly("Hello.", "Ask me something.");
    assertThat(replies(tests.get(1), 0)).isEmpty();
  }

  @Test
  void anEmptyLineOfAPlainTextEndsAConversation() throws InvalidTestException {
    var tests = ConversationTestReader.parse("a.txt", "\njason> hi\nbot> Hello.\n\nmaria> bye\n");

    assertThat(tests).extracting(ConversationTest::name).containsExactly("hi", "bye");
    assertThat(tests).extracting(ConversationTest::line).containsExactly(2, 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.md  | # Heading                              | a.md:1: There is no transcript here.
          a.md  | x;```transcript;jason> hi              | a.md:2: This transcript does not end.
          a.md  | ```transcript;```                      | a.md:1: This transcript is empty.
          a.md  | ```transcript;bot> Hello;```           | a.md:2: Nobody has said anything yet.
          a.md  | ```transcript;hello;jason> hi;```      | a.md:2: Nobody says this.
          a.md  | ```transcript;jason> hi;bot>;```       | a.md:3: bot says nothing here.
          a.txt | ;jason>                                | a.txt:2: jason says nothing here.
          a.txt | ''                                     | a.txt:1: There is no transcript here.
          """)
  void namesTheLineOfWhatIsWrong(String file, String content, String message) {
    assertThatThrownBy(() -> ConversationTestReader.parse(file, content.replace(';', '\n')))
        .isInstanceOf(InvalidTestException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          On which host would you like to restart apache?    | true
          On which host   would you;like to restart apache?  | true
          On which * would you like to restart *             | true
          *                                                  | true
          On which host would you like to restart            | false
          On which host would you like to restart nginx?     | false
          On which host would you like to restart apache.    | false
          ''                                                 | false
          """)
  void comparesTheWholeReplyApartFromWhiteSpaceAndStars(String reply, boolean same)
      throws Exception {
    var bot = reply.isEmpty() ? "" : "bot> " + reply.replace(';', '\n') + "\n";
    assertThat(passes("jason> restart apache\n" + bot)).isEqualTo(same);
  }

  @Test
  void oneReplyTooManyIsWrong() throws Exception {
    assertThat(passes("jason> restart apache\nbot> *\nbot> *\n")).isFalse();
  }

  @Test
  void showsWhatWasRepliedAsATranscript() throws Exception {
    assertThat(report("jason> restart apache\nbot> Where?\n").text())
        .contains(
            "a.txt:1: restart apache",
            "expected:\nbot> Where?\n",
            "was:\nbot> On which host would you like to restart apache?\n");
  }

  private static boolean passes(String transcript) throws Exception {
    return report(transcript).allPassed();
  }

  private static TestReport report(String transcript) throws Exception {
    return new TestRunner(TestRunnerTest.Steady::new, Samples.catalog())
        .run(ConversationTestReader.parse("a.txt", transcript));
  }

  private static List<String> replies(ConversationTest test, int turn) {
    var check = test.turns().get(turn).expect().checks().get(Key.REPLIES);
    return ((Check.Replies) check).texts();
  }
}
