package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.irc.IrcKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over IRC an account says who speaks, and a nick says nothing. */
class IrcIdentityTest {
  @TempDir Path folder;
  private FakeIrcServer server;
  private FrontEndStage stage;

  @BeforeEach
  void open() throws IOException {
    server = new FakeIrcServer();
    stage = new FrontEndStage(folder, Map.of("irc-password", "right", "irc-wrong", "wrong"));
  }

  @AfterEach
  void close() throws IOException {
    stage.close();
    server.close();
  }

  private void connect() {
    stage.connect(settings("irc-password"), new IrcKind());
    server.receives("JOIN #ops");
  }

  private String settings(String secret) {
    return """
        irc:
          server: 127.0.0.1
          port: %d
          tls: false
          account: parley
          password: %s
          channels: ["#ops"]
        """
        .formatted(server.port(), secret);
  }

  @Test
  void aWrongPasswordIsToldAndNotTriedAgain() {
    stage.configure(settings("irc-wrong"), new IrcKind());
    Eventually.until("it says so", () -> stage.status().problem().contains("refused by SASL"));
    assertThat(stage.status().connected()).isFalse();
  }

  @Test
  void anAccountIsKnownUnderEveryNick() {
    connect();
    server.account("jay_away", "Jason");
    server.says("jay_away", "#ops", "parley: restart apache on web-01");
    server.receives("PRIVMSG #ops :> Exactly: restart_service service=apache host=web-01");
    server.receives("Shall I go ahead?");
    server.says("jay_away", "#ops", "yes");
    server.receives("The apache service has been restarted on host web-01");
    assertThat(stage.ran()).isEqualTo(1);
  }

  @Test
  void aNickWithoutAnAccountIsToldHowToGetOne() {
    connect();
    server.says("jason", "parley", "restart apache on web-01");
    server.receives("NOTICE jason :I know people by their account");
    server.says("jason", "parley", "yes");
    server.says("jason", "#ops", "parley: restart apache on web-01");
    server.account("maria", "maria");
    server.says("maria", "parley", "restart apache on web-02");
    server.receives("PRIVMSG maria :Shall I go ahead?");
    assertThat(server.received().stream().filter(l -> l.startsWith("NOTICE jason")).count())
        .isBetween(1L, 2L);
    assertThat(server.received()).noneMatch(line -> line.contains("host=web-01"));
    assertThat(stage.ran()).isZero();
  }

  @Test
  void whoTakesANickOverHearsNothingThatWasMeantForAnother() {
    connect();
    server.account("jason", "jason");
    server.says("jason", "parley", "restart apache on web-01");
    server.receives("PRIVMSG jason :Shall I go ahead?");
    server.account("jason", "*");
    server.send("@account=jason :jay!user@host PRIVMSG parley :no");
    server.account("jay", "jason");
    server.receives("PRIVMSG jay :");
    long toJason = toJason();
    server.account("jay", "*");
    server.send("@account=jason :jason!user@host PRIVMSG parley :restart apache on web-02");
    server.receives("WHOIS jason");
    server.account("maria", "maria");
    server.says("maria", "parley", "restart apache on web-03");
    server.receives("PRIVMSG maria :Shall I go ahead?");
    assertThat(toJason()).isEqualTo(toJason);
  }

  private long toJason() {
    return server.received().stream().filter(l -> l.startsWith("PRIVMSG jason")).count();
  }

  @Test
  void noticesAndHistoryAreNotHeard() {
    connect();
    server.account("jason", "jason");
    server.send("@account=jason :jason!user@host NOTICE #ops :parley: restart apache on web-01");
    server.send(
        "@account=jason;time=2020-01-01T00:00:00.000Z :jason!user@host PRIVMSG #ops :parley:"
            + " restart apache on web-02");
    server.says("jason", "#ops", "parley: restart apache on web-03");
    server.receives("host=web-03");
    assertThat(server.received())
        .noneMatch(line -> line.contains("host=web-01") || line.contains("host=web-02"));
  }

  @Test
  void aLostConnectionIsMadeAnewAndTheDialogueGoesOn() throws IOException {
    connect();
    server.account("jason", "jason");
    server.says("jason", "#ops", "parley: restart apache");
    server.receives("On which host");
    server.received().clear();
    server.drop();
    server.receives("JOIN #ops");
    Eventually.until("it is connected again", () -> stage.status().connected());
    server.says("jason", "#ops", "web-01");
    server.receives("host=web-01");
  }
}
