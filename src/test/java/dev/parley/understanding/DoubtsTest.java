package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Doubt about what is to be confirmed asks for nothing else. */
class DoubtsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "is that safe?",
        "hm, is this really necessary",
        "sure about that?",
        "are you quite sure?",
        "will it hurt anybody?",
        "would that break the shop",
        "will the users notice?",
        "can it be undone",
        "how risky is that?",
        "what could go wrong?",
        "what if it fails",
        "how long will that take?",
        "i'm not so sure about this",
        "am i right here?",
        "really??",
        "any downtime?",
        "let me think about it",
        "wait, is that the right box?"
      })
  void isDoubt(String text) {
    assertThat(Doubts.is(heard(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "is it running?",
        "is that one up at all",
        "who is on call?",
        "what alerts are firing",
        "any incidents?",
        "do we have open incidents",
        "let me see the open incidents",
        "is web-01 ok?",
        "is it ok to restart nginx",
        "yes",
        "do it"
      })
  void isSomethingElse(String text) {
    assertThat(Doubts.is(heard(text))).isFalse();
  }

  private static Heard heard(String text) {
    var line = Line.of(text);
    var mentions = EntityExtractor.forCatalog(Estate.RESOLVER, Estate.CATALOG).mentions(line);
    return Heard.of(line, DialogueActs.Act.NONE, List.copyOf(mentions), Expectation.none());
  }
}
