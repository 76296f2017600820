package dev.parley.action.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlCheckTest {
  private final List<String> visits = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int port;
  private Lookout lookout;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    port = server.getAddress().getPort();
    lookout = new Lookout().reaches("127.0.0.1:" + port).knows("www.example", "127.0.0.1");
    page("/", "Hello");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void tellsStatusTimeSizeAndType() {
    var outcome = look("/");
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(output(outcome))
        .matches(
            "(?s)http://www.example:\\d+/ answers 200 OK in [\\d.]+ m?s\\.\n\nhttp://www.example:\\d+/"
                + " -> 200 OK, 5 bytes of text/plain, [\\d.]+ m?s from www.example \\(127.0.0.1\\)");
  }

  @Test
  void asksForTheNameThoughItConnectsToTheAddress() {
    look("/path?q=1#top");
    assertThat(visits).containsExactly("GET /path?q=1 www.example:" + port);
    assertThat(lookout.asked()).containsExactly("www.example");
  }

  @Test
  void anErrorPageIsAnAnswerToo() {
    server.createContext("/gone", exchange -> answer(exchange, 503, "Busy"));
    assertThat(output(look("/gone"))).contains("answers 503 Service Unavailable");
  }

  @Test
  void aBodyInChunksIsCountedToo() {
    server.createContext(
        "/chunks",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            body.write(new byte[100_000]);
          }
        });
    assertThat(output(look("/chunks"))).contains("100,000 bytes");
  }

  @Test
  void redirectsAreToldStepByStep() {
    redirect("/one", "/two");
    redirect("/two", "http://www.example:%d/".formatted(port));
    assertThat(output(look("/one")))
        .contains("/one answers 200 OK (at http://www.example:%d/)".formatted(port))
        .contains("/one -> 302 Temporary Redirect")
        .contains("/two -> 302 Temporary Redirect")
        .contains(port + "/ -> 200 OK");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1:1/",
        "http://[::1]/",
        "http://localhost/",
        "http://0x7f000001/",
        "http://metadata.google.internal/",
      })
  void aRedirectToWhereNoLookGoesIsNotFollowed(String target) {
    redirect("/trap", target);
    var outcome = look("/trap");
    assertThat(output(outcome))
        .contains("answers 302 Temporary Redirect")
        .contains(target + " was not followed:")
        .containsAnyOf("is not looked at", "in disguise");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "http://root:secret@www.example/", "gopher://x/"})
  void aRedirectToWhatIsNoPlainWebAddressIsNotFollowed(String target) {
    redirect("/odd", target);
    assertThat(output(look("/odd"))).contains("not followed").contains("is no web address");
  }

  @Test
  void redirectsInACircleEnd() {
    redirect("/circle", "/circle");
    assertThat(output(look("/circle"))).contains("answers 302 Temporary Redirect");
    assertThat(visits).hasSize(6);
  }

  @Test
  void anAnswerWithoutEndIsCut() throws IOException {
    server.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            while (true) {
              body.write(new byte[64_000]);
            }
          }
        });
    assertThat(output(look("/endless"))).contains("more than 5,");
  }

  @Test
  void whatSpeaksNoHttpIsAProblem() throws Exception {
    try (var odd = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var thread =
          new Thread(
              () -> {
                try (var caller = odd.accept()) {
                  caller
                      .getOutputStream()
                      .write("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      thread.start();
      var outcome =
          new Lookout().reaches("127.0.0.1").url("http://127.0.0.1:" + odd.getLocalPort());
      thread.join();
      assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(outcome.explanation()).contains("does not speak HTTP/1.1");
    }
  }

  @Test
  void nothingThatListensIsAProblem() {
    server.stop(0);
    var outcome = look("/");
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(outcome.explanation()).contains("is closed: nothing listens there");
  }

  @Test
  void aSecureAddressWhoseCertificateNobodyVouchesForIsAProblem() throws Exception {
    try (var tls = TlsServer.start("www.example")) {
      var outcome =
          new Lookout()
              .reaches("127.0.0.1")
              .knows("www.example", "127.0.0.1")
              .url("https://www.example:" + tls.port() + "/");
      assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(outcome.explanation())
          .contains("certificate of www.example is not valid")
          .contains("no authority that this machine trusts has signed it");
      assertThat(tls.requests()).isZero();
    }
  }

  private Outcome look(String path) {
    return lookout.url("http://www.example:" + port + path);
  }

  private static String output(Outcome outcome) {
    assertThat(outcome.explanation()).isEmpty();
    return outcome.results().get(0).output();
  }

  private void page(String path, String text) {
    server.createContext(path, exchange -> answer(exchange, 200, text));
  }

  private void redirect(String path, String location) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          answer(exchange, 302, "");
        });
  }

  private void answer(HttpExchange exchange, int status, String text) throws IOException {
    visits.add(
        "%s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Host")));
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
