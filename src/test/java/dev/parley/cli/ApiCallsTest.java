package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a verb does with what a server answers. */
class ApiCallsTest {
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;
  private volatile String pause = "1";

  /** It has heard too much until it was asked twice. */
  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean early = asked.incrementAndGet() < 3;
          if (early && !pause.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", pause);
          }
          var body =
              (early ? "{\"detail\": \"That is too much at once.\"}" : "{\"said\": \"yes\"}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(early ? 429 : 200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
  }

  @AfterEach
  void leave() {
    server.stop(0);
  }

  @Test
  void whatIsAskedTooEarlyIsAskedAgainWhenItMayBe() {
    assertThat(ask()).containsEntry("said", "yes");
    assertThat(asked).hasValue(3);
  }

  @Test
  void aPauseThatIsTooLongIsTold() {
    pause = "3600";
    assertThatThrownBy(this::ask).hasMessage("That is too much at once.");
    assertThat(asked).hasValue(1);
  }

  @Test
  void aRefusalWithoutAPauseIsTold() {
    pause = "";
    assertThatThrownBy(this::ask).hasMessage("That is too much at once.");
    assertThat(asked).hasValue(1);
  }

  private Map<String, String> ask() {
    var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new Api(base, "secret").post("/messages", Map.of(), new TypeReference<>() {});
  }
}
