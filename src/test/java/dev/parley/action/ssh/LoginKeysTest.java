package dev.parley.action.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.action.Samples;
import dev.parley.inventory.Endpoint;
import dev.parley.inventory.Host;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginKeysTest {
  private static final Host WEB = Samples.host("web-01", "192.168.0.24");
  private static final KeyPair KEY = TestHost.key("ssh-ed25519", 256);

  @TempDir Path folder;

  @Test
  void readsTheKeyThatTheHostNames() throws Exception {
    write("mine", KEY, null);
    assertSame(keys(folder.resolve("mine")), KEY);
  }

  @Test
  void aKeyWithAPassphraseIsRefusedWithWhatToDo() throws Exception {
    write("locked", KEY, "secret");
    assertThatThrownBy(() -> keys(folder.resolve("locked")))
        .isInstanceOf(ConnectionProblem.class)
        .hasMessageStartingWith("The private key " + folder.resolve("locked"))
        .hasMessageContaining("has a passphrase: add the key to the ssh-agent")
        .hasMessageContaining("PARLEY_SECRET_LOCKED");
  }

  @Test
  void aFileThatIsNoKeyIsRefused() throws Exception {
    Files.writeString(folder.resolve("notes"), "not a key\n");
    assertThatThrownBy(() -> keys(folder.resolve("notes")))
        .hasMessageContaining("it holds no private key");
  }

  @Test
  void unusableDefaultKeysArePassedOver() throws Exception {
    write("id_ed25519", KEY, "secret");
    var other = TestHost.key();
    write("id_ecdsa", other, null);
    assertSame(keys(null), other);
  }

  private List<KeyPair> keys(@Nullable Path file) throws ConnectionProblem {
    var endpoint = new Endpoint("192.168.0.24", 22, "deploy", file, null, null);
    return new LoginKeys(folder).of(WEB, endpoint).keys();
  }

  private static void assertSame(List<KeyPair> keys, KeyPair expected) {
    assertThat(keys)
        .singleElement()
        .matches(key -> KeyUtils.compareKeys(key.getPublic(), expected.getPublic()));
  }

  private void write(String name, KeyPair key, @Nullable String passphrase) throws Exception {
    OpenSSHKeyEncryptionContext encryption = null;
    if (passphrase != null) {
      encryption = new OpenSSHKeyEncryptionContext();
      encryption.setCipherType("256");
      encryption.setPassword(passphrase);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, name, encryption, out);
    }
  }
}
