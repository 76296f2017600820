package dev.parley.action.ssh;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The ssh-agent that holds the keys of whoever started the assistant: it signs, and its keys never
 * leave it. Spoken to over its socket; one connection a login.
 */
final class Agent extends AbstractAgentProxy {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST_ANSWER = 256 * 1024;

  private final SocketChannel channel;
  private final Selector selector;
  private final @Nullable PublicKey only;

  private Agent(SocketChannel channel, Selector selector, @Nullable PublicKey only) {
    super(null);
    this.channel = channel;
    this.selector = selector;
    this.only = only;
  }

  /**
   * @param socket where it listens
   * @param only the one key to be asked for; null for all that it holds
   */
  static Agent connect(Path socket, @Nullable PublicKey only) throws IOException {
    var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
      channel.configureBlocking(false);
      var selector = Selector.open();
      channel.register(selector, SelectionKey.OP_READ);
      return new Agent(channel, selector, only);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw new IOException("the ssh-agent at %s does not answer".formatted(socket), e);
    }
  }

  /** Whether it holds a key. */
  boolean holds(PublicKey key) throws IOException {
    for (var identity : super.getIdentities()) {
      if (KeyUtils.compareKeys(identity.getKey(), key)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Iterable<? extends Map.Entry<PublicKey, String>> getIdentities() throws IOException {
    var wanted = only;
    if (wanted == null) {
      return super.getIdentities();
    }
    List<Map.Entry<PublicKey, String>> identities = new ArrayList<>();
    for (var identity : super.getIdentities()) {
      if (KeyUtils.compareKeys(identity.getKey(), wanted)) {
        identities.add(identity);
      }
    }
    return identities;
  }

  @Override
  protected synchronized Buffer request(Buffer request) throws IOException {
    var out = ByteBuffer.wrap(request.array(), request.rpos(), request.available());
    while (out.hasRemaining()) {
      channel.write(out);
    }
    int length = read(Integer.BYTES).getInt();
    if (length < 1 || length > LONGEST_ANSWER) {
      throw new IOException("the ssh-agent answers what no agent would");
    }
    return new ByteArrayBuffer(read(length).array());
  }

  private ByteBuffer read(int length) throws IOException {
    var in = ByteBuffer.allocate(length);
    while (in.hasRemaining()) {
      selector.selectedKeys().clear();
      if (selector.select(PATIENCE.toMillis()) == 0) {
        throw new IOException("the ssh-agent does not answer");
      }
      if (channel.read(in) < 0) {
        throw new IOException("the ssh-agent has ended");
      }
    }
    return in.flip();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    selector.close();
    channel.close();
    super.close();
  }
}
