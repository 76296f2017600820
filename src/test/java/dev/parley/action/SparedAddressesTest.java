package dev.parley.action;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.action.Action.UnplannableException;
import java.net.NetworkInterface;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparedAddressesTest {
  @ParameterizedTest
  @CsvSource({
    "192.168.0.24,the host web-01",
    "192.168.0.0/24,the host web-01",
    "192.168.0.25/31,the host web-01",
    "127.0.0.1,the assistant's own address",
    "127.0.0.0/8,the assistant's own address",
    "::1,the assistant's own address",
  })
  void neitherAHostNorTheAssistantIsShutOut(String shutOut, String whose) {
    assertThatThrownBy(() -> SparedAddresses.check(shutOut, Samples.estate()))
        .isInstanceOf(UnplannableException.class)
        .hasMessageContaining(whose);
  }

  @Test
  void noAddressOfThisMachineIsShutOut() throws Exception {
    for (var card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (var address : Collections.list(card.getInetAddresses())) {
        var text = address.getHostAddress().replaceFirst("%.*", "");
        assertThatThrownBy(() -> SparedAddresses.check(text, Samples.estate()))
            .as(text)
            .hasMessageContaining("the assistant's own address");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/0", "8.0.0.0/7", "::/0", "2000::/15"})
  void halfOfTheInternetIsNotShutOut(String shutOut) {
    assertThatThrownBy(() -> SparedAddresses.check(shutOut, Samples.estate()))
        .hasMessageContaining("too much of the internet");
  }

  @Test
  void anAddressInDisguiseIsNotShutOut() {
    assertThatThrownBy(() -> SparedAddresses.check("::ffff:203.0.113.7", Samples.estate()))
        .hasMessageContaining("in disguise");
  }

  @Test
  void aHostThatIsListedByNameIsSparedByItsAddress() {
    var estate = Samples.estate(Samples.host("me-01", "localhost"));
    assertThatThrownBy(() -> SparedAddresses.check("127.0.0.1", estate))
        .isInstanceOf(UnplannableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"203.0.113.7", "203.0.113.0/24", "11.0.0.0/8", "2001:db8::/32", "2001:db8::1"})
  void everybodyElseMayBe(String shutOut) {
    assertThatCode(() -> SparedAddresses.check(shutOut, Samples.estate()))
        .doesNotThrowAnyException();
  }
}
