package dev.parley.action.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people mean by a web address. */
class WebAddressTest {
  @ParameterizedTest
  @CsvSource({
    "example.com, true, 443, /",
    "example.com/health, true, 443, /health",
    "example.com:443/health, true, 443, /health",
    "web-02:8080/health, false, 8080, /health",
    "http://example.com, false, 80, /",
    "https://example.com:8443/a?b=c, true, 8443, /a?b=c"
  })
  void hasASchemeAlsoWhereNoneIsSaid(String text, boolean secure, int port, String path) {
    assertThat(WebAddress.spoken(text))
        .get()
        .extracting(WebAddress::secure, WebAddress::port, WebAddress::path)
        .containsExactly(secure, port, path);
  }

  @ParameterizedTest
  @CsvSource({"ftp://example.com", "https://user:secret@example.com", "user:secret@example.com"})
  void isNeitherAnotherSchemeNorALogin(String text) {
    assertThat(WebAddress.spoken(text)).isEmpty();
  }
}
