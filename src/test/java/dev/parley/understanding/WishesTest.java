package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "we lost the cache last night, so please start redis again | please start redis again",
        "all customers complain: could you show the load of web-01? | could you show the load of web-01?",
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
