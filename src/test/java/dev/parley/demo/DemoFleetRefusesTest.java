package dev.parley.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.action.Samples;
import dev.parley.inventory.Endpoint;
import dev.parley.inventory.Host;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.core.CoreModuleProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks at the fleet with a client that asks for everything that SSH offers. */
class DemoFleetRefusesTest {
  private static final Host WEB = Samples.host("web-01", "192.168.0.24");
  private static final Duration LONG = Duration.ofSeconds(20);

  private final SshClient client = SshClient.setUpDefaultClient();
  private DemoFleet fleet;
  private Endpoint door;

  @BeforeEach
  void start() throws IOException {
    fleet = DemoFleet.start(Samples.estate(WEB, Samples.host("web-02", "192.168.0.25")));
    door = fleet.endpoints().of(WEB);
    client.setServerKeyVerifier(
        (session, address, key) -> KeyUtils.compareKeys(key, door.hostKey()));
    CoreModuleProperties.REQUEST_SHELL_REPLY.set(client, true);
    client.start();
  }

  @AfterEach
  void stop() throws IOException {
    client.stop();
    fleet.close();
  }

  @Test
  void shellsAndSubsystems() throws IOException {
    try (var session = login()) {
      assertRefused(session.createShellChannel());
      assertRefused(session.createSubsystemChannel("sftp"));
    }
  }

  @Test
  void forwardingInBothDirections() throws IOException {
    try (var session = login()) {
      assertRefused(
          session.createDirectTcpipChannel(
              new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress("127.0.0.1", 1)));
      assertThatThrownBy(
              () ->
                  session.startRemotePortForwarding(
                      new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress("127.0.0.1", 1)))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void otherKeys() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    try (var session = connect()) {
      session.addPublicKeyIdentity(generator.generateKeyPair());
      assertThatThrownBy(() -> session.auth().verify(LONG)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void passwords() throws IOException {
    try (var session = connect()) {
      session.addPasswordIdentity("demo");
      assertThatThrownBy(() -> session.auth().verify(LONG)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void shellSyntax() throws IOException {
    for (var line :
        new String[] {"uptime; reboot", "uptime | cat", "$(uptime)", "uptime\nuptime"}) {
      try (var session = login();
          var channel = session.createExecChannel(line)) {
        var err = new ByteArrayOutputStream();
        channel.setErr(err);
        channel.open().verify(LONG);
        channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LONG);
        assertThat(channel.getExitStatus()).isEqualTo(2);
        assertThat(err.toString()).startsWith("syntax error: unexpected");
      }
    }
  }

  @Test
  void eachHostHasAKeyOfItsOwn() {
    var other = fleet.endpoints().of(Samples.host("web-02", "192.168.0.25"));
    assertThat(other.port()).isNotEqualTo(door.port());
    assertThat(KeyUtils.compareKeys(door.hostKey(), other.hostKey())).isFalse();
  }

  private static void assertRefused(ClientChannel channel) throws IOException {
    try (channel) {
      assertThatThrownBy(
              () -> {
                channel.open().verify(LONG);
                var events = channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LONG);
                assertThat(events).contains(ClientChannelEvent.CLOSED);
                throw new IOException("closed without an answer");
              })
          .isInstanceOf(IOException.class);
      assertThat(channel.getExitStatus()).isNull();
    }
  }

  private ClientSession login() throws IOException {
    var session = connect();
    session.addPublicKeyIdentity(Objects.requireNonNull(door.login()));
    session.auth().verify(LONG);
    return session;
  }

  private ClientSession connect() throws IOException {
    return client.connect("demo", door.address(), door.port()).verify(LONG).getSession();
  }
}
