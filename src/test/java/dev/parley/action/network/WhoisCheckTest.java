package dev.parley.action.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.ExecutionStatus;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class WhoisCheckTest {
  @Test
  void followsTheReferralToWhoKnows() throws IOException {
    try (var registrar = new Registry("Registrant: Example Ltd\r\n");
        var registry =
            new Registry("Domain: EXAMPLE\r\nRegistrar WHOIS Server: r.example:%d\r\n", registrar);
        var root = new Registry("refer: whois://tld.example:%d\r\n", registry)) {
      var outcome =
          new Lookout()
              .asksWhois("127.0.0.1:" + root.port())
              .reaches("tld.example", "r.example")
              .knows("tld.example", "127.0.0.1")
              .knows("r.example", "127.0.0.1")
              .whois("shop.example.");
      assertThat(outcome.explanation()).isEmpty();
      assertThat(outcome.results().get(0).output())
          .isEqualTo(
              "% asked: 127.0.0.1, then tld.example, then r.example\n\nRegistrant: Example Ltd");
      assertThat(root.asked()).containsExactly("shop.example");
      assertThat(registrar.asked()).containsExactly("shop.example");
    }
  }

  @Test
  void aReferralToWhereNoLookGoesIsNotFollowed() throws IOException {
    try (var inside = new Registry("secret\r\n");
        var root = new Registry("Domain: X\r\nrefer: 127.0.0.1:%d\r\n", inside)) {
      var outcome = new Lookout().asksWhois("127.0.0.1:" + root.port()).whois("shop.example");
      assertThat(outcome.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(outcome.results().get(0).output())
          .contains("Domain: X")
          .contains("% 127.0.0.1 was not asked: 127.0.0.1 is not looked at");
      assertThat(inside.asked()).isEmpty();
    }
  }

  @Test
  void serversThatReferToEachOtherAreAskedOnce() throws IOException {
    try (var root = new Registry("refer: me.example:%d\r\n")) {
      var outcome =
          new Lookout()
              .asksWhois("127.0.0.1:" + root.port())
              .reaches("127.0.0.1")
              .knows("me.example", "127.0.0.1")
              .whois("shop.example");
      assertThat(outcome.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(root.asked()).hasSize(2);
    }
  }

  @Test
  void whatStrangersSendCannotActOnATerminal() throws IOException {
    try (var root = new Registry("name: \u001B[31mred\u001B]0;title\u0007\r\nend\r\n")) {
      var output =
          new Lookout().asksWhois("127.0.0.1:" + root.port()).whois("x.example").results().get(0);
      assertThat(output.output()).endsWith("name: red\nend");
    }
  }

  @Test
  void olderRegistriesAreReadAsTheyWrite() throws IOException {
    try (var root = new Registry("holder: M\u00fcller\r\n", StandardCharsets.ISO_8859_1)) {
      var output =
          new Lookout().asksWhois("127.0.0.1:" + root.port()).whois("x.example").results().get(0);
      assertThat(output.output()).contains("M\u00fcller");
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsAProblem() {
    var outcome = new Lookout().asksWhois("127.0.0.1:1").whois("x.example");
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(outcome.explanation()).contains("closed");
  }

  /** A WHOIS server that always says the same; %d in it is the next server's port. */
  private static final class Registry implements Closeable {
    private final ServerSocket listening;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Registry(String answer, Charset charset) throws IOException {
      listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      var text = answer.replace("%d", Integer.toString(listening.getLocalPort()));
      serve(text.getBytes(charset));
    }

    Registry(String answer) throws IOException {
      this(answer, StandardCharsets.UTF_8);
    }

    Registry(String answer, Registry next) throws IOException {
      this(answer.replace("%d", Integer.toString(next.port())));
    }

    private void serve(byte[] answer) {
      var thread =
          new Thread(
              () -> {
                while (!listening.isClosed()) {
                  try (var caller = listening.accept()) {
                    var reader =
                        new BufferedReader(
                            new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                    asked.add(reader.readLine());
                    caller.getOutputStream().write(answer);
                  } catch (IOException e) {
                    return;
                  }
                }
              });
      thread.setDaemon(true);
      thread.start();
    }

    int port() {
      return listening.getLocalPort();
    }

    List<String> asked() {
      return asked;
    }

    @Override
    public void close() throws IOException {
      listening.close();
    }
  }
}
