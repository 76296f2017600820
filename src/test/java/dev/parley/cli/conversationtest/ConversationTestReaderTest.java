package dev.parley.cli.conversationtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.cli.conversationtest.Expect.Check;
import dev.parley.cli.conversationtest.Expect.Key;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationTestReaderTest {

  @Test
  void readsEveryKey() throws InvalidTestException {
    var tests =
        ConversationTestReader.parse(
            "t.yml",
            """
            - name: asks
              tags: [ask, first]
              user: jason
              turns:
              - user: restart apache
                expect: {asking: host, intent: restart_service, slots: {service: [apache]}, executed: null}
              - user: yes
                by: maria
                expect:
                  executed: {intent: restart_service, slots: {host: web-01, lines: [50]}}
                  confirming: true
                  idle: false
                  scheduled: false
                  understood: true
                  reply: "(?i)shall I"
              - user: "no"
            """);

    assertThat(tests).hasSize(1);
    var test = tests.get(0);
    assertThat(test.tags()).containsExactly("ask", "first");
    assertThat(test.turns()).extracting("text").containsExactly("restart apache", "yes", "no");
    assertThat(test.turns()).extracting("by").containsExactly("jason", "maria", "jason");
    var first = test.turns().get(0).expect().checks();
    assertThat(first)
        .containsEntry(Key.ASKING, new Check.Name("host"))
        .containsEntry(Key.SLOTS, new Check.Slots(Map.of("service", List.of("apache"))))
        .containsEntry(Key.EXECUTED, new Check.Started(null))
        .hasSize(4);
    assertThat(test.turns().get(1).expect().checks())
        .containsEntry(Key.CONFIRMING, new Check.Flag(true))
        .containsEntry(Key.IDLE, new Check.Flag(false))
        .containsEntry(
            Key.EXECUTED,
            new Check.Started(
                new Expect.Wanted(
                    "restart_service", Map.of("host", List.of("web-01"), "lines", List.of("50")))));
    assertThat(test.turns().get(2).expect().checks()).isEmpty();
  }

  @Test
  void readsJsonWhereTheNameSaysSo() throws InvalidTestException {
    var tests =
        ConversationTestReader.parse(
            "T.JSON",
            """
            [{"name": "a", "user": "jason", "turns": [
              {"user": "restart \\u0061pache\\/", "expect": {"intent": null, "executed": {}, "slots": {"lines": [50]}}}]}]
            """);
    assertThat(tests.get(0).turns().get(0).text()).isEqualTo("restart apache/");
    assertThat(tests.get(0).turns().get(0).expect().checks())
        .containsEntry(Key.INTENT, new Check.Name(null))
        .containsEntry(Key.EXECUTED, new Check.Started(new Expect.Wanted(null, Map.of())))
        .containsEntry(Key.SLOTS, new Check.Slots(Map.of("lines", List.of("50"))));
  }

  @Test
  void anAbsentKeyIsNoCheckAndANullIsOne() throws InvalidTestException {
    var checks =
        turn("expect: {intent: null, asking: null, confirming: null, reply: null}").checks();
    assertThat(checks)
        .containsOnlyKeys(Key.INTENT, Key.ASKING, Key.CONFIRMING, Key.REPLY)
        .containsEntry(Key.CONFIRMING, new Check.Flag(false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "expect: {intnt: x}|t.yml:5: Unknown key intnt. Did you mean intent?",
        "expect: {executed: {slot: {}}}|t.yml:5: Unknown key slot. Did you mean slots?",
        "expect: {confirming: maybe}|t.yml:5: The value of confirming is no truth value.",
        "expect: {slots: [web-01]}|t.yml:5: The value of slots is no mapping.",
        "expect: {reply: '('}|t.yml:5: This is no regular expression",
        "expects: {}|t.yml:5: Unknown key expects. Did you mean expect?",
        "expect: [}|t.yml:5: This is no YAML",
        "user: again|t.yml:5: The key user stands twice."
      })
  void tellsWhereSomethingIsWrong(String line, String message) {
    assertThatThrownBy(() -> turn(line)).hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- name: a|t.yml:1: The key user is missing here. Add user:.",
        "- nam: a|t.yml:1: Unknown key nam. Did you mean name?",
        "name: a|t.yml:1: The file is no list.",
        "- just text|t.yml:1: The value of a conversation is no mapping."
      })
  void tellsWhatIsMissing(String content, String message) {
    assertThatThrownBy(() -> ConversationTestReader.parse("t.yml", content))
        .hasMessageStartingWith(message);
  }

  @Test
  void tellsWhereJsonIsWrong() {
    assertThatThrownBy(() -> ConversationTestReader.parse("t.json", "[\n  {\"name\" 5}\n]"))
        .hasMessageStartingWith("t.json:2: This is no JSON");
    assertThatThrownBy(() -> ConversationTestReader.parse("t.json", "[{\"name\": 1, \"name\": 2}]"))
        .hasMessageStartingWith("t.json:1: This is no JSON: Duplicate field");
    assertThatThrownBy(() -> ConversationTestReader.parse("t.json", "- name: yaml"))
        .hasMessageStartingWith("t.json:1: This is no JSON");
  }

  private static Expect turn(String line) throws InvalidTestException {
    var content = "- name: a\n  user: jason\n  turns:\n  - user: hello\n    " + line + "\n";
    return ConversationTestReader.parse("t.yml", content).get(0).turns().get(0).expect();
  }
}
