package dev.parley.action.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.action.Samples;
import dev.parley.action.ssh.KnownHosts.Knowledge;
import dev.parley.inventory.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
  private static final Host WEB = Samples.host("web-01", "192.168.0.24");
  private static final KeyPair KEY = TestHost.key("ssh-ed25519", 256);
  private static final KeyPair OTHER = TestHost.key();

  @TempDir Path folder;

  @Test
  void showsAKeyFirstAndTrustsItOnlyOnceItIsStored() throws Exception {
    try (var peer = new TestHost(KEY);
        var connector = connector(peer)) {
      var trust = new Trust(connector);
      var shown = trust.fetch(WEB);
      assertThat(shown.knowledge()).isEqualTo(Knowledge.UNKNOWN);
      assertThat(shown.description()).startsWith("ED25519 SHA256:");
      assertThat(shown.trusted()).isEmpty();
      assertThat(own()).doesNotExist();

      trust.store(shown);

      assertThat(trust.fetch(WEB).knowledge()).isEqualTo(Knowledge.KNOWN);
      assertThat(own()).hasContent("[127.0.0.1]:%d %s".formatted(peer.port(), line(KEY)));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aNewKeyTakesThePlaceOfTheOldOne() throws Exception {
    try (var peer = new TestHost(KEY);
        var connector = connector(peer)) {
      connector.knownHosts().store("127.0.0.1", peer.port(), OTHER.getPublic());
      connector.knownHosts().store("10.0.0.1", 22, OTHER.getPublic());
      var trust = new Trust(connector);
      var shown = trust.fetch(WEB);
      assertThat(shown.knowledge()).isEqualTo(Knowledge.CHANGED);
      assertThat(shown.trusted()).containsExactly(KnownHosts.describe(OTHER.getPublic()));

      trust.store(shown);

      assertThat(trust.fetch(WEB).knowledge()).isEqualTo(Knowledge.KNOWN);
      assertThat(Files.readAllLines(own())).hasSize(2).first().isEqualTo("10.0.0.1 " + line(OTHER));
    }
  }

  @Test
  void aRevokedKeyIsNeverStored() throws Exception {
    try (var peer = new TestHost(KEY);
        var connector = connector(peer)) {
      Files.writeString(others(), "@revoked * " + line(KEY));
      var trust = new Trust(connector);
      var shown = trust.fetch(WEB);
      assertThat(shown.knowledge()).isEqualTo(Knowledge.REVOKED);
      assertThatThrownBy(() -> trust.store(shown)).hasMessageContaining("revoked");
    }
  }

  @Test
  void whatOpenSshTrustsIsTrusted() throws IOException {
    Files.writeString(
        others(),
        """
        # a comment
        this is no entry

        web.example,192.168.0.24 %s
        [192.168.0.25]:2222 %s
        @cert-authority * %s
        """
            .formatted(line(KEY), line(KEY), line(OTHER)));
    var known = knownHosts();
    assertThat(known.judge("192.168.0.24", 22, KEY.getPublic())).isEqualTo(Knowledge.KNOWN);
    assertThat(known.judge("192.168.0.24", 22, OTHER.getPublic())).isEqualTo(Knowledge.CHANGED);
    assertThat(known.judge("192.168.0.24", 2222, KEY.getPublic())).isEqualTo(Knowledge.UNKNOWN);
    assertThat(known.judge("192.168.0.25", 2222, KEY.getPublic())).isEqualTo(Knowledge.KNOWN);
    assertThat(known.judge("192.168.0.25", 22, KEY.getPublic())).isEqualTo(Knowledge.UNKNOWN);
    assertThat(known.judge("192.168.0.26", 22, OTHER.getPublic())).isEqualTo(Knowledge.UNKNOWN);
  }

  @Test
  void hashedNamesAreUnderstood() throws Exception {
    Files.writeString(others(), hashed("192.168.0.24") + " " + line(KEY));
    assertThat(knownHosts().judge("192.168.0.24", 22, KEY.getPublic())).isEqualTo(Knowledge.KNOWN);
    assertThat(knownHosts().judge("192.168.0.25", 22, KEY.getPublic()))
        .isEqualTo(Knowledge.UNKNOWN);
  }

  @Test
  void theAssistantsOwnFileDecidesOverTheOthers() throws IOException {
    Files.writeString(others(), "192.168.0.24 " + line(OTHER));
    var known = knownHosts();
    assertThat(known.judge("192.168.0.24", 22, KEY.getPublic())).isEqualTo(Knowledge.CHANGED);
    known.store("192.168.0.24", 22, KEY.getPublic());
    assertThat(known.judge("192.168.0.24", 22, KEY.getPublic())).isEqualTo(Knowledge.KNOWN);
    assertThat(known.judge("192.168.0.24", 22, OTHER.getPublic())).isEqualTo(Knowledge.CHANGED);
  }

  private SshConnector connector(TestHost peer) {
    return new SshConnector(peer::endpoint, knownHosts(), folder, Duration.ofSeconds(10));
  }

  private KnownHosts knownHosts() {
    return new KnownHosts(own(), List.of(others()));
  }

  private Path own() {
    return folder.resolve("data").resolve("known_hosts");
  }

  private Path others() {
    return folder.resolve("known_hosts");
  }

  private static String line(KeyPair key) {
    return PublicKeyEntry.toString(key.getPublic());
  }

  /** As {@code ssh-keygen -H} writes it. */
  private static String hashed(String name) throws Exception {
    var salt = new byte[20];
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(salt, "HmacSHA1"));
    var base64 = Base64.getEncoder();
    return "|1|%s|%s"
        .formatted(
            base64.encodeToString(salt), base64.encodeToString(mac.doFinal(name.getBytes())));
  }
}
