package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.SlotType;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "we lost the cache last night, so please start redis again | please start redis again",
        "all customers complain: could you show the load of web-01? | could you show the load of"
            + " web-01?",
        "don't restart nginx, just reload it | just reload it"
      })
  void isTheClauseThatAsks(String text, String wish) {
    var line = Line.of(text);
    var wishes =
        Wishes.spans(line).stream()
            .map(span -> text.substring(span.getStart(), span.getEnd()))
            .filter(part -> Wishes.is(Line.of(part)))
            .toList();
    assertThat(wishes).contains(wish);
  }

  @Test
  void aTimeAloneIsOfWhatIsAskedBesideIt() {
    var text = "the trial of acme is over on friday, so in two days, extend it by a week please";
    var spans = Wishes.spans(Line.of(text));
    assertThat(text.substring(spans.get(1).getStart())).startsWith("in two days, extend it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the window opens at six in the morning | true",
        "for thursday's meeting with the board | true",
        "tomorrow at nine | false",
        "once the backup of the orders is done | false",
        "after the deployment at 18:00 is over | false",
      })
  void whatTellsOfItsTimeDoesNotSayWhen(String stretch, boolean tells) {
    assertThat(Reasons.tells(Line.of(stretch))).isEqualTo(tells);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the review begins at 16:00, so show me the load of app-01 and app-02 | cpu_load",
        "for tomorrow's stand-up meeting, i need the load of web-01 | cpu_load",
      })
  void whatOnlyLooksIsDoneNowWhateverIsAtAnotherTime(String text, String intent) {
    var reading = Shipped.read(intent, text);
    assertThat(reading.objection()).isNull();
    assertThat(reading.zone()).isEqualTo(Zone.ACT);
  }

  @Test
  void aTimeAtWhichToLookIsStillObjectedTo() {
    assertThat(Shipped.read("cpu_load", "show me the load of web-01 tomorrow at 9").objection())
        .isNotNull();
    assertThat(
            Shipped.read("cpu_load", "tomorrow at 9 please, show me the load of web-01")
                .objection())
        .isNotNull();
  }

  @Test
  void aQuestionHowIsARequestWhereOneFollows() {
    var reading =
        Shipped.read(
            "restart_service",
            "how do i restart nginx? it hangs once more, so please restart nginx");
    assertThat(reading.zone()).isEqualTo(Zone.ACT);
    assertThat(reading.act()).isEqualTo(DialogueAct.INFORM);
  }

  @Test
  void aSentenceThatNamesThingsBeforeARequestForThemIsNoFault() {
    var reading = Shipped.read("restart_service", "nginx on web-01 is broken. restart it now.");
    assertThat(reading.objection()).isNull();
  }

  @Test
  void oneThingToLookAtAfterTheOtherIsParted() {
    var line = Line.of("show the load of web-01, then the memory");
    var mentions = new EntityExtractor(Estate.RESOLVER, Set.of(SlotType.HOST)).mentions(line);
    assertThat(Clauses.of(line, mentions)).hasSize(2);
  }

  @Test
  void aShortMessageIsNotParted() {
    assertThat(Wishes.spans(Line.of("restart nginx, please"))).hasSize(1);
  }

  @Test
  void aSlipIsNoWordAndAWordIsNoSlip() {
    assertThat(EnglishWords.contain("search")).isTrue();
    assertThat(EnglishWords.contain("orders")).isTrue();
    assertThat(EnglishWords.contain("tomact")).isFalse();
    assertThat(EnglishWords.contain("custmoers")).isFalse();
  }

  @Test
  void aMisspeltNameIsReadAnywhereAndAWordIsNot() {
    assertThat(Estate.read("has tomact fallen over on app-01").entities())
        .anyMatch(e -> e.text().equals("tomact") && e.values().get(0).canonical().equals("tomcat"));
    assertThat(Estate.read("restart apache on web-01 in order").entities())
        .noneMatch(e -> e.text().equals("order"));
  }
}
