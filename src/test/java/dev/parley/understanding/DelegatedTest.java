package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelegatedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the boss told me to stop redis on cache-01, can you do it? | stop redis on cache-01",
        "how do i reload nginx on web-01? please do it for me | reload nginx on web-01",
        "lena asked us to restart pg, so could you please handle that for us | restart pg",
      })
  void isWhatIsHandedOn(String text, String asked) {
    var span = Delegated.in(text).orElseThrow();
    assertThat(text.substring(span.getStart(), span.getEnd())).isEqualTo(asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the boss told me to stop redis on cache-01",
        "how do i reload nginx on web-01?",
        "stop redis, can you do that?",
      })
  void whatNobodyHandsOnIsNot(String text) {
    assertThat(Delegated.in(text)).isEmpty();
  }
}
