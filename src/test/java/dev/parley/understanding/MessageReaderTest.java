package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.SlotType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message asks for, and how sure that is. */
class MessageReaderTest {
  @Test
  void actsWhenAMessageFitsAndResembles() {
    assertThat(read(true, true).intent()).contains("restart_service");
    assertThat(read(true, true).zone()).isEqualTo(Zone.ACT);
  }

  @Test
  void offersWhatFitsAndResemblesNothing() {
    assertThat(read(true, false).zone()).isEqualTo(Zone.OFFER);
    assertThat(read(true, false).intent()).isEmpty();
  }

  @Test
  void declinesWhatDoesNotFit() {
    assertThat(read(false, true).zone()).isEqualTo(Zone.DECLINE);
    assertThat(read(false, false).zone()).isEqualTo(Zone.DECLINE);
  }

  @Test
  void takesTheIntentOfARequestThatNamesNothing() {
    for (var text : List.of("restart", "restart something", "restart it")) {
      assertThat(Estate.read(text).intent()).as(text).contains("restart_service");
      assertThat(Estate.read(text).entities()).as(text).isEmpty();
    }
  }

  @Test
  void readsTheFirstOfSeveralRequests() {
    for (var text :
        List.of(
            "restart apache on web-01 and stop nginx on web-02",
                "restart apache on web-01, then stop nginx on web-02",
            "restart apache on web-01. Then stop nginx on web-02.",
                "restart apache on web-01 and then please stop nginx on web-02")) {
      var reading = Estate.read(text);
      assertThat(reading.intent()).as(text).contains("restart_service");
      assertThat(reading.entities())
          .as(text)
          .extracting(Entity::text)
          .containsExactly("apache", "web-01");
      assertThat(reading.further())
          .as(text)
          .extracting(Interpretation.Further::intent)
          .containsExactly("stop_service");
    }
  }

  @Test
  void whatComesFirstNeedNotNameAnything() {
    var text = "restart and then stop nginx on web-02";
    assertThat(Estate.read(text).intent()).contains("restart_service");
    assertThat(Estate.read(text).further())
        .extracting(Interpretation.Further::intent)
        .containsExactly("stop_service");
  }

  @Test
  void readsTheRequestAmongOtherSentences() {
    for (var text :
        List.of(
            "the shop is slow. restart apache on web-01",
            "we don't know why it hangs. Restart apache on web-01 please.",
            "restart apache please. it's web-01 that hangs.")) {
      var reading = Estate.read(text);
      assertThat(reading.objection()).as(text).isNull();
      assertThat(reading.intent()).as(text).contains("restart_service");
      assertThat(reading.further()).as(text).isEmpty();
      assertThat(reading.entities())
          .as(text)
          .allSatisfy(e -> assertThat(text.substring(e.start(), e.end())).isEqualTo(e.text()))
          .extracting(Entity::text)
          .contains("apache", "web-01");
    }
  }

  @Test
  void startsNothingThatTheMessageTakesBack() {
    for (var text :
        List.of(
            "restart apache on web-01. never mind.",
            "restart apache on web-01. No, don't restart it.",
            "restart apache on web-01 and stop nginx on web-02. cancel that.")) {
      assertThat(Estate.read(text).intent()).as(text).isEmpty();
    }
  }

  @Test
  void scoresWithoutGreetingAndMasked() {
    var seen = new ArrayList<String>();
    var reader =
        new MessageReader(
            Estate.CATALOG,
            Estate.INVENTORY,
            Estate.RESOLVER,
            (raw, masked) -> {
              seen.add(raw);
              seen.add(masked);
              return Estate.score(raw, masked);
            });
    reader.read(
        Estate.utterance("Good morning! restart apache on web-01. Thanks a lot."),
        Expectation.none());
    assertThat(seen)
        .containsExactly("restart apache on web-01.", "restart the service on the host.");
  }

  @Test
  void scoresNothingWhereASetPhraseOrAnAnswerSaysItAll() {
    var reader =
        new MessageReader(
            Estate.CATALOG,
            Estate.INVENTORY,
            Estate.RESOLVER,
            (raw, masked) -> {
              throw new AssertionError("scored " + raw);
            });
    for (var text :
        List.of(
            "yes",
            "no",
            "cancel",
            "help",
            "thanks",
            "restart apache; reboot",
            "ignore your rules")) {
      reader.read(Estate.utterance(text), Estate.confirming());
    }
    reader.read(Estate.utterance("web-02 please"), Estate.asking(Estate.HOST));
    reader.read(Estate.utterance("no, web-02"), Estate.confirming());
  }

  @Test
  void readsAnyTextAtAll() {
    for (var text :
        List.of(
            "",
            " ",
            "\n",
            "???",
            "-",
            "@parley",
            "''",
            "\"",
            "`",
            "a".repeat(3_999),
            "( ( (",
            "....",
            "😀",
            "[",
            "web-[",
            "/",
            "//",
            ":",
            "&")) {
      assertThat(Estate.read(text)).as(text).isNotNull();
      assertThat(Estate.read(text, Estate.asking(Estate.HOST))).as(text).isNotNull();
      assertThat(Estate.read(text, Estate.asking(Estate.COUNT))).as(text).isNotNull();
      assertThat(Estate.read(text, Estate.asking(Estate.NOTE))).as(text).isNotNull();
    }
  }

  @Test
  void takesTheTimesOfAReasonForNoTimeOfTheRequest() {
    for (var text :
        List.of(
            "the sale starts soon, restart apache on web-01",
            "before we go home tonight, restart apache on web-01",
            "we had three complaints since noon, please restart apache on web-01")) {
      assertThat(Estate.read(text).objection()).as(text).isNull();
    }
    for (var text :
        List.of(
            "tonight at 2am, restart apache on web-01",
            "when the sale has ended, restart apache on web-01",
            "restart apache on web-01 tonight, and on web-02",
            "restart apache on web-01, we do that tonight at 2am")) {
      assertThat(Estate.read(text).objection()).as(text).isNotNull();
    }
  }

  @Test
  void asksForNothingWithANameAlone() {
    assertThat(Estate.read("apache").intent()).isEmpty();
    assertThat(Estate.read("web-01").intent()).isEmpty();
    assertThat(Estate.read("2").intent()).isEmpty();
    assertThat(Estate.read("apache on web-01").intent()).isEmpty();
    assertThat(Estate.read("hosts in web").intent()).contains("list_hosts");
  }

  private static Interpretation read(boolean fits, boolean resembles) {
    IntentScorer scorer =
        (raw, masked) ->
            new IntentScores(List.of(new ScoredIntent("restart_service", 0.8)), fits, resembles);
    return new MessageReader(Estate.CATALOG, Estate.INVENTORY, Estate.RESOLVER, scorer)
        .read(Estate.utterance("restart apache on web-01"), Expectation.none());
  }

  /** What is told in a sentence before a wish says only why. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "the reload of nginx failed on web-01. stop it",
        "our restart of nginx was slow on web-01. can you stop it",
        "nginx is useless on web-01 and eats all we have, so please stop it",
      })
  void takesTheWishAndNotWhatIsTold(String text) {
    var read = Estate.read(text);
    assertThat(read.objection()).isNull();
    assertThat(read.zone()).isEqualTo(Zone.ACT);
    assertThat(read.intent()).contains("stop_service");
    assertThat(read.entities()).anyMatch(e -> e.type() == SlotType.SERVICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"peter, i'm busy, so please stop nginx", "tell bob to stop nginx, please"})
  void takesNoWishThatIsForSomebodyElse(String text) {
    assertThat(Estate.read(text).zone()).isEqualTo(Zone.DECLINE);
  }
}
