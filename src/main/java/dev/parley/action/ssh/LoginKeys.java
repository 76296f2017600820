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
import org.jspecify.annotations.Nullable;

/** What the assistant logs in with: private keys from files, and the agent of its user. */
final class LoginKeys {
  private static final List<String> DEFAULT_NAMES = List.of("id_ed25519", "id_ecdsa", "id_rsa");

  private final Path defaultFolder;
  private final KeyFiles files;
  private final Passphrases passphrases;
  private final @Nullable Path agent;

  /** Without an agent, and without passphrases. */
  LoginKeys(Path defaultFolder) {
    this(defaultFolder, new Passphrases(defaultFolder.resolve("secrets"), name -> null), null);
  }

  /**
   * @param defaultFolder where the default keys are, e.g. {@code ~/.ssh}
   * @param agent the socket of the agent; null where there is none
   */
  LoginKeys(Path defaultFolder, Passphrases passphrases, @Nullable Path agent) {
    this.defaultFolder = defaultFolder;
    this.files = new KeyFiles(passphrases);
    this.passphrases = passphrases;
    this.agent = agent;
  }

  /** As the user who runs the assistant would log in, with passphrases from its data folder. */
  static LoginKeys ofUser(Path data) {
    var socket = System.getenv("SSH_AUTH_SOCK");
    return new LoginKeys(
        Path.of(System.getProperty("user.home"), ".ssh"),
        new Passphrases(data.resolve("secrets"), System::getenv),
        socket == null || socket.isBlank() ? null : Path.of(socket));
  }

  /** What to try on a host, never nothing. */
  Identities of(Host host, Endpoint endpoint) throws ConnectionProblem {
    if (endpoint.login() != null) {
      return Identities.of(List.of(endpoint.login()));
    }
    return endpoint.privateKey() != null
        ? named(host, expanded(endpoint.privateKey()))
        : defaults(host);
  }

  private Identities named(Host host, Path file) throws ConnectionProblem {
    if (!Files.exists(file)) {
      throw new ConnectionProblem(
          "The private key %s of %s does not exist; correct ansible_ssh_private_key_file."
              .formatted(file, host.name()));
    }
    try {
      return Identities.of(files.load(file));
    } catch (KeyFiles.LockedException e) {
      return fromAgent(host, file);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw new ConnectionProblem(
          "The private key %s of %s cannot be used (%s); give the assistant a key that it can read."
              .formatted(file, host.name(), e.getMessage()),
          e);
    }
  }

  /** A key that nobody told the passphrase of may still be in the agent. */
  private Identities fromAgent(Host host, Path file) throws ConnectionProblem {
    var key = KeyFiles.publicKey(file);
    if (agent != null && key.isPresent()) {
      try (var asked = Agent.connect(agent, null)) {
        if (asked.holds(key.get())) {
          return new Identities(List.of(), agent, key.get());
        }
      } catch (IOException e) {
        // Then the passphrase is what is missing, and that is told.
      }
    }
    throw new ConnectionProblem(
        ("The private key %s of %s has a passphrase: add the key to the ssh-agent that the assistant"
                + " is started with (ssh-add %s), or put the passphrase into %s.")
            .formatted(file, host.name(), file, passphrases.places(file)));
  }

  /** Of several default keys one that is unusable is passed over, as ssh does. */
  private Identities defaults(Host host) throws ConnectionProblem {
    var keys = new ArrayList<KeyPair>();
    for (var name : DEFAULT_NAMES) {
      var file = defaultFolder.resolve(name);
      if (Files.exists(file)) {
        try {
          keys.addAll(files.load(file));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
          continue;
        }
      }
    }
    var usable = agent != null && Files.exists(agent) ? agent : null;
    if (keys.isEmpty() && usable == null) {
      throw new ConnectionProblem(
          ("There is no usable private key in %s to log in to %s with, and no ssh-agent; make one"
                  + " with ssh-keygen, or name one as ansible_ssh_private_key_file.")
              .formatted(defaultFolder, host.name()));
    }
    return new Identities(keys, usable, null);
  }

  private static Path expanded(Path file) {
    return file.startsWith("~")
        ? Path.of(System.getProperty("user.home")).resolve(file.subpath(1, file.getNameCount()))
        : file;
  }
}
