package dev.parley.endtoend;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.command.AbstractCommandSupport;

/** An SSH server that gives each command line to a real {@code /bin/sh}, as sshd does. */
final class RecordingHost implements Closeable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair hostKey = key();
  private final KeyPair login = key();

  /**
   * @param programs the only folder in which commands are found
   */
  RecordingHost(Path programs) throws IOException {
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    server.setPublickeyAuthenticator(
        (user, key, session) -> KeyUtils.compareKeys(key, login.getPublic()));
    server.setCommandFactory((channel, line) -> new Shell(line, programs));
    server.start();
  }

  private static KeyPair key() {
    try {
      return KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return server.getPort();
  }

  /** The command lines as they came over the wire. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** What {@code ssh-keyscan} would say of it. */
  String knownHost() throws IOException {
    return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n";
  }

  /** The key that may log in, as a file. */
  Path writeLogin(Path file) throws IOException, GeneralSecurityException {
    try (var out = Files.newOutputStream(file)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(login, "test", null, out);
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  private final class Shell extends AbstractCommandSupport {
    private final Path programs;

    private Shell(String line, Path programs) {
      super(line, null);
      this.programs = programs;
    }

    @Override
    public void run() {
      lines.add(getCommand());
      try {
        var builder = new ProcessBuilder("/bin/sh", "-c", getCommand());
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        var process = builder.directory(programs.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        process.getInputStream().transferTo(getOutputStream());
        onExit(process.waitFor());
      } catch (IOException | InterruptedException e) {
        onExit(255, e.toString());
      }
    }
  }
}
