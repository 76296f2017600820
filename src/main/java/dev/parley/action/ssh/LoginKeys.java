package dev.parley.action.ssh;

import dev.parley.inventory.Endpoint;
import dev.parley.inventory.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The private keys that the assistant logs in with. */
final class LoginKeys {
  private static final List<String> DEFAULT_NAMES = List.of("id_ed25519", "id_ecdsa", "id_rsa");

  private final Path defaultFolder;

  /**
   * @param defaultFolder where the default keys are, e.g. {@code ~/.ssh}
   */
  LoginKeys(Path defaultFolder) {
    this.defaultFolder = defaultFolder;
  }

  /** The keys to try on a host, never none. */
  List<KeyPair> of(Host host, Endpoint endpoint) throws ConnectionProblem {
    if (endpoint.login() != null) {
      return List.of(endpoint.login());
    }
    return endpoint.privateKey() != null
        ? named(host, expanded(endpoint.privateKey()))
        : defaults(host);
  }

  private static List<KeyPair> named(Host host, Path file) throws ConnectionProblem {
    if (!Files.exists(file)) {
      throw new ConnectionProblem(
          "The private key %s of %s does not exist; correct ansible_ssh_private_key_file."
              .formatted(file, host.name()));
    }
    try {
      return load(file);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw new ConnectionProblem(
          ("The private key %s of %s cannot be used (%s); give the assistant a readable key of its"
                  + " own without a passphrase.")
              .formatted(file, host.name(), e.getMessage()),
          e);
    }
  }

  /** Of several default keys one that is unusable is passed over, as ssh does. */
  private List<KeyPair> defaults(Host host) throws ConnectionProblem {
    var keys = new ArrayList<KeyPair>();
    for (var name : DEFAULT_NAMES) {
      var file = defaultFolder.resolve(name);
      if (Files.exists(file)) {
        try {
          keys.addAll(load(file));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
          continue;
        }
      }
    }
    if (keys.isEmpty()) {
      throw new ConnectionProblem(
          ("There is no usable private key in %s to log in to %s with; make one with ssh-keygen, or"
                  + " name one as ansible_ssh_private_key_file.")
              .formatted(defaultFolder, host.name()));
    }
    return keys;
  }

  private static List<KeyPair> load(Path file) throws IOException, GeneralSecurityException {
    var keys = new ArrayList<KeyPair>();
    try (var stream = Files.newInputStream(file)) {
      var loaded =
          SecurityUtils.loadKeyPairIdentities(
              null, new PathResource(file), stream, FilePasswordProvider.EMPTY);
      if (loaded != null) {
        loaded.forEach(keys::add);
      }
    }
    if (keys.isEmpty()) {
      throw new IOException("it holds no private key");
    }
    return keys;
  }

  private static Path expanded(Path file) {
    return file.startsWith("~")
        ? Path.of(System.getProperty("user.home")).resolve(file.subpath(1, file.getNameCount()))
        : file;
  }
}
