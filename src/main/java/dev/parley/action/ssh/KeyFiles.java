package dev.parley.action.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;

/** Reads files with private keys, also those that a passphrase locks. */
final class KeyFiles {
  private static final String OPENSSH_BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
  private static final String OPENSSH_END = "-----END OPENSSH PRIVATE KEY-----";
  private static final byte[] OPENSSH_MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.UTF_8);

  private final Passphrases passphrases;

  KeyFiles(Passphrases passphrases) {
    this.passphrases = passphrases;
  }

  /** A passphrase locks the key, and nobody has told it. */
  static final class LockedException extends IOException {
    private static final long serialVersionUID = 1;

    LockedException() {
      super("it has a passphrase");
    }
  }

  /** The keys in a file, never none. */
  List<KeyPair> load(Path file) throws IOException, GeneralSecurityException {
    var told = new Told(file);
    var keys = new ArrayList<KeyPair>();
    try (var stream = Files.newInputStream(file)) {
      var loaded = SecurityUtils.loadKeyPairIdentities(null, new PathResource(file), stream, told);
      if (loaded != null) {
        loaded.forEach(keys::add);
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw told.explained(e);
    }
    if (keys.isEmpty()) {
      throw told.explained(new IOException("it holds no private key"));
    }
    return keys;
  }

  /** The passphrase of one file, remembering whether it was needed and known. */
  private final class Told implements FilePasswordProvider {
    private final Path file;
    private boolean needed;
    private boolean known;
    private @Nullable IOException problem;

    Told(Path file) {
      this.file = file;
    }

    @Override
    public @Nullable String getPassword(SessionContext session, NamedResource key, int retry)
        throws IOException {
      needed = true;
      try {
        var passphrase = passphrases.of(file);
        known = passphrase.isPresent();
        return passphrase.orElse(null);
      } catch (IOException e) {
        problem = e;
        throw e;
      }
    }

    IOException explained(Exception e) {
      if (problem != null) {
        return problem;
      }
      if (needed && !known) {
        return new LockedException();
      }
      return needed
          ? new IOException(
              "the passphrase in %s does not open it".formatted(passphrases.places(file)), e)
          : new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The public half of a key, which can be read without the passphrase. */
  static Optional<PublicKey> publicKey(Path file) {
    try {
      var text = Files.readString(file, StandardCharsets.ISO_8859_1);
      int begin = text.indexOf(OPENSSH_BEGIN);
      int end = text.indexOf(OPENSSH_END);
      if (begin < 0 || end < begin) {
        return Optional.empty();
      }
      var body = text.substring(begin + OPENSSH_BEGIN.length(), end).replaceAll("\\s", "");
      var buffer = new ByteArrayBuffer(Base64.getDecoder().decode(body));
      buffer.rpos(OPENSSH_MAGIC.length);
      buffer.getString(); // cipher
      buffer.getString(); // key derivation
      buffer.getBytes(); // its options
      buffer.getInt(); // how many keys
      return Optional.of(new ByteArrayBuffer(buffer.getBytes()).getRawPublicKey());
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
