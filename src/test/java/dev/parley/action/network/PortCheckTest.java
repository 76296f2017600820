package dev.parley.action.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.ExecutionStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {
  private final Lookout lookout = new Lookout().reaches("127.0.0.0/8", "::1");

  @Test
  void anOpenPortIsToldWithTheTimeItTook() throws IOException {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var outcome = lookout.port("127.0.0.1", server.getLocalPort());
      assertThat(outcome.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(outcome.results().get(0).output())
          .matches("Port \\d+ of 127\\.0\\.0\\.1 is open: connected in [\\d.]+ ms\\.");
    }
  }

  @Test
  void aClosedPortIsAnAnswerToo() throws IOException {
    var outcome = lookout.port("127.0.0.1", freePort());
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(outcome.results().get(0).output()).contains("is closed: nothing listens there");
  }

  @Test
  void eachHostAndPortIsALookOfItsOwn() throws IOException {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var outcome =
          lookout
              .knows("a.example", "127.0.0.1")
              .port("a.example,127.0.0.1", server.getLocalPort());
      assertThat(outcome.results())
          .extracting(result -> result.target())
          .containsExactly(
              "a.example:" + server.getLocalPort(), "127.0.0.1:" + server.getLocalPort());
      assertThat(outcome.results().get(0).output()).contains("a.example (127.0.0.1) is open");
    }
  }

  @Test
  void aNameWithoutAnAddressIsAProblem() {
    var outcome = lookout.port("nowhere.example", 80);
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(outcome.explanation()).contains("nowhere.example leads to no address");
  }

  @Test
  void theSecondAddressIsTriedWhenTheFirstDoesNotAnswer() throws IOException {
    try (var server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      var outcome =
          lookout
              .knows("two.example", "127.0.0.3,127.0.0.1")
              .port("two.example", server.getLocalPort());
      assertThat(outcome.results().get(0).output()).contains("is open");
    }
  }

  @Test
  void aPortOnItsOwnMayBeListed() throws IOException {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      int port = server.getLocalPort();
      var one = new Lookout().reaches("127.0.0.1:" + port);
      assertThat(one.port("127.0.0.1", port).results().get(0).output()).contains("is open");
      assertThat(one.port("127.0.0.1", freePort()).status()).isEqualTo(ExecutionStatus.FAILED);
      var own = new Lookout().listensOn(port).reaches("127.0.0.1:" + port);
      assertThat(own.port("127.0.0.1", port).results().get(0).output()).contains("is open");
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
