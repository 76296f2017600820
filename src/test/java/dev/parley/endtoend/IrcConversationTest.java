package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.irc.IrcKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first conversation over a real IRC server. */
class IrcConversationTest {
  @TempDir static Path folder;
  private static NgircdServer server;
  private static FrontEndStage stage;

  @BeforeAll
  static void open() throws IOException {
    Assumptions.assumeTrue(
        NgircdServer.wanted(),
        "ngircd is not installed, or this is not root. Install Debian's package; with"
            + " PARLEY_REQUIRE_PEERS=1 its absence is a failure.");
    server = new NgircdServer(folder);
    stage = new FrontEndStage(folder, Map.of());
    stage.connect(
        """
        irc:
          server: localhost
          port: %d
          ca: %s
          channels: ["#ops"]
          identity: hostmask
        """
            .formatted(server.tlsPort, server.path("cert.pem")),
        new IrcKind());
  }

  @AfterAll
  static void close() {
    if (server != null) {
      stage.close();
      server.close();
    }
  }

  @Test
  void restartsApacheInAChannel() {
    try (var jason = server.person("jay", "jason");
        var maria = server.person("maria", "maria")) {
      jason.join("#ops");
      maria.join("#ops");
      int before = stage.ran();
      jason.say("#ops", "parley: restart apache");
      jason.hears("PRIVMSG #ops :jay: On which host would you like to restart apache?");
      maria.say("#ops", "jay: take web-02");
      jason.say("#ops", "192.168.0.24");
      jason.hears("Exactly: restart_service service=apache host=web-01");
      jason.hears("Shall I go ahead?");
      maria.say("#ops", "parley: yes");
      jason.hears("PRIVMSG #ops :maria: ");
      assertThat(stage.ran()).isEqualTo(before);
      jason.say("#ops", "yes");
      jason.hears("Restarting apache service on host 192.168.0.24");
      jason.hears("The apache service has been restarted on host 192.168.0.24");
      assertThat(stage.ran()).isEqualTo(before + 1);
    }
  }

  @Test
  void restartsApacheInPrivate() {
    try (var jason = server.person("jason2", "jason")) {
      jason.say("parley", "restart apache on web-01");
      jason.hears("Shall I go ahead?");
      jason.say("parley", "no");
      jason.hears("PRIVMSG jason2 :");
    }
  }

  @Test
  void aNickIsNobody() {
    try (var stranger = server.stranger("jason")) {
      stranger.say("parley", "restart apache on web-01");
      stranger.hears("NOTICE jason :I know people by user and host");
      assertThat(stranger.heard()).noneMatch(line -> line.contains("Shall I"));
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() {
    try (var other = new FrontEndStage(folder, Map.of())) {
      other.configure(
          "irc: {server: localhost, port: %d, nick: other}\n".formatted(server.tlsPort),
          new IrcKind());
      Eventually.until(
          "it says so: " + other.status(), () -> other.status().problem().contains("not trusted"));
      assertThat(other.status().connected()).isFalse();
    }
  }
}
