package dev.parley.action.ssh;

import dev.parley.inventory.Endpoint;
import dev.parley.inventory.Host;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** An SSH server on loopback that remembers what it received and answers as it was told. */
final class TestHost implements Closeable {
  final KeyPair login = key();
  final List<String> received = new CopyOnWriteArrayList<>();
  final List<String> signals = new CopyOnWriteArrayList<>();
  volatile Behaviour behaviour = answer(0, "done\n", "");

  /** How often nobody is let in yet. */
  final AtomicInteger away = new AtomicInteger();

  private final SshServer server = SshServer.setUpDefaultServer();

  /** What happens once a command has arrived. */
  interface Behaviour {
    void run(Received command) throws IOException;
  }

  static Behaviour answer(int status, String out, String err) {
    return command -> command.answer(status, out, err);
  }

  /** Only what looks for processes is answered: there is no such program. */
  static Behaviour hangs() {
    return command -> {
      if (command.line.startsWith("sh -c ")) {
        command.answer(127, "", "sh: not found\n");
      }
    };
  }

  TestHost(KeyPair... hostKeys) throws IOException {
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKeys));
    server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    server.setPublickeyAuthenticator(
        (user, key, session) ->
            away.getAndUpdate(left -> Math.max(0, left - 1)) == 0
                && user.equals("deploy")
                && KeyUtils.compareKeys(key, login.getPublic()));
    server.setCommandFactory((channel, line) -> new Received(line));
    server.start();
  }

  int port() {
    return server.getPort();
  }

  /** Where it is, with nothing known about its key. */
  Endpoint endpoint(Host host) {
    return new Endpoint("127.0.0.1", port(), host.user(), null, login, null);
  }

  static KeyPair key() {
    return key("ecdsa-sha2-nistp256", 256);
  }

  static KeyPair key(String type, int size) {
    try {
      return KeyUtils.generateKeyPair(type, size);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  /** One command on its way. */
  final class Received implements Command {
    final String line;
    private OutputStream out = OutputStream.nullOutputStream();
    private OutputStream err = OutputStream.nullOutputStream();
    private ExitCallback exit = (status, message, immediately) -> {};
    private ChannelSession channel;

    private Received(String line) {
      this.line = line;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
      this.channel = channel;
      received.add(line);
      environment.addSignalListener(
          (source, signal) -> {
            signals.add(signal.name());
            exit.onExit(143);
          });
      behaviour.run(this);
    }

    void answer(int status, String output, String error) throws IOException {
      out.write(output.getBytes(StandardCharsets.UTF_8));
      out.flush();
      err.write(error.getBytes(StandardCharsets.UTF_8));
      err.flush();
      exit.onExit(status);
    }

    void breakConnection() {
      channel.getSession().close(true);
    }

    @Override
    public void destroy(ChannelSession channel) {
      // Nothing runs.
    }

    @Override
    public void setInputStream(InputStream in) {
      // Nothing is read.
    }

    @Override
    public void setOutputStream(OutputStream out) {
      this.out = out;
    }

    @Override
    public void setErrorStream(OutputStream err) {
      this.err = err;
    }

    @Override
    public void setExitCallback(ExitCallback exit) {
      this.exit = exit;
    }
  }
}
