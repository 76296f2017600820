package dev.parley.action.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.ExecutionStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateCheckTest {
  private TlsServer server;

  @BeforeEach
  void start() throws Exception {
    server = TlsServer.start("www.example", "*.shop.example", "127.0.0.1");
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void tellsWhomItNamesAndUntilWhen() {
    assertThat(look("www.example", TlsServer.FROM.plus(Duration.ofDays(80))))
        .startsWith("The certificate of www.example expires in 10 days.")
        .contains("subject      CN=www.example")
        .contains("issuer       CN=www.example")
        .contains("names        www.example, *.shop.example, 127.0.0.1")
        .contains("valid from   2026-01-01T00:00:00Z")
        .contains("valid until  2026-04-01T00:00:00Z")
        .contains("chain        not valid: no authority that this machine trusts has signed it")
        .contains("name         valid for www.example")
        .contains("serial       abc");
  }

  @ParameterizedTest
  @CsvSource({
    "www.example,true",
    "WWW.EXAMPLE.,true",
    "eu.shop.example,true",
    "a.eu.shop.example,false",
    "shop.example,false",
    "other.example,false",
    "127.0.0.1,true",
  })
  void tellsWhetherTheNameFits(String name, boolean fits) throws Exception {
    var lookout = new Lookout().reaches("127.0.0.0/8");
    var plain = name.toLowerCase().replaceAll("\\.$", "");
    if (!name.startsWith("127")) {
      lookout.knows(plain, "127.0.0.1");
    }
    var output = lookout.certificate(name, server.port()).results().get(0).output();
    assertThat(output).contains((fits ? "valid for " : "not valid for ") + plain);
    if (fits) {
      assertThat(output).doesNotContain("not valid for");
    }
  }

  @Test
  void asksForTheNameSoThatAServerOfManyAnswersWithTheRightOne() throws Exception {
    look("www.example", TlsServer.FROM);
    assertThat(server.askedFor()).isEqualTo("www.example");
  }

  @Test
  void anExpiredOneIsToldAsAnAnswer() {
    assertThat(look("www.example", TlsServer.UNTIL.plus(Duration.ofDays(3))))
        .startsWith("The certificate of www.example expired 3 days ago.");
    assertThat(look("www.example", TlsServer.FROM.minus(Duration.ofDays(3))))
        .startsWith("The certificate of www.example is not valid before 2026-01-01T00:00:00Z.");
  }

  @Test
  void whatSpeaksNoTlsIsAProblem() throws Exception {
    try (var plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var thread =
          new Thread(
              () -> {
                try (var caller = plain.accept()) {
                  caller.getOutputStream().write("hello, hello\r\n".getBytes());
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      thread.start();
      var outcome =
          new Lookout().reaches("127.0.0.1").certificate("127.0.0.1", plain.getLocalPort());
      thread.join();
      assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(outcome.explanation()).contains("does not speak TLS as expected");
    }
  }

  private String look(String name, Instant when) {
    var outcome =
        new Lookout()
            .reaches("127.0.0.1")
            .knows(name, "127.0.0.1")
            .at(Clock.fixed(when, ZoneOffset.UTC))
            .certificate(name, server.port());
    assertThat(outcome.explanation()).isEmpty();
    return outcome.results().get(0).output();
  }
}
