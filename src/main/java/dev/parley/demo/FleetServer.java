package dev.parley.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.global.NoMoreSessionsHandler;

/**
 * One SSH server with a loopback port for each demo host, which tells whom a caller reached. Only
 * the one key that the assistant holds gets in, and only to run single commands.
 */
final class FleetServer implements Closeable {
  private static final int WORKERS = 2;
  private static final int COMMANDS_AT_ONCE = 8;

  private final SshServer server;
  private final ExecutorService commands;
  private final Map<Integer, Door> doors = new ConcurrentHashMap<>();

  /** A demo host behind its port, with its own host key. */
  private record Door(DemoHost host, KeyPair key) {}

  /**
   * @param caller the only key that gets in
   */
  FleetServer(PublicKey caller) {
    commands =
        Executors.newFixedThreadPool(
            COMMANDS_AT_ONCE,
            work -> {
              var thread = new Thread(work, "demo-host");
              thread.setDaemon(true);
              return thread;
            });
    server = ServerBuilder.builder().factory(ManyPorts::new).build();
    server.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    server.setKeyPairProvider(this::hostKey);
    server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(caller, key));
    onlyCommands();
    onlyWhatIsQuick();
  }

  private void onlyCommands() {
    server.setChannelFactories(List.of(CommandChannel.FACTORY));
    server.setGlobalRequestHandlers(
        List.of(KeepAliveHandler.INSTANCE, NoMoreSessionsHandler.INSTANCE));
    server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    server.setSubsystemFactories(List.of());
    server.setAgentFactory(null);
    server.setCommandFactory(
        (channel, line) ->
            new FleetCommand(door(channel.getSession()).orElseThrow().host(), line, commands));
  }

  /** Nothing leaves the machine, so the cheapest good key exchange is as good as any. */
  private void onlyWhatIsQuick() {
    server.setKeyExchangeFactories(
        List.of(
            ServerBuilder.DH2KEX.apply(BuiltinDHFactories.curve25519),
            ServerBuilder.DH2KEX.apply(BuiltinDHFactories.ecdhp256)));
    CoreModuleProperties.NIO_WORKERS.set(server, WORKERS);
  }

  /** Opens a port for a host and tells which. */
  int open(DemoHost host, KeyPair key) throws IOException {
    int port = ((ManyPorts) server).listen();
    doors.put(port, new Door(host, key));
    return port;
  }

  /** Lets nobody reach a host any more, and cuts who is there. */
  void shut(DemoHost host) {
    var ports =
        doors.entrySet().stream()
            .filter(door -> door.getValue().host() == host)
            .map(Map.Entry::getKey)
            .toList();
    ports.forEach(port -> ((ManyPorts) server).leave(port));
    server.getActiveSessions().stream()
        .filter(session -> ports.contains(port(session)))
        .forEach(session -> session.close(true));
    ports.forEach(doors::remove);
  }

  private static int port(SessionContext session) {
    return session.getLocalAddress() instanceof InetSocketAddress local ? local.getPort() : 0;
  }

  private Iterable<KeyPair> hostKey(SessionContext session) {
    return door(session).map(door -> List.of(door.key())).orElse(List.of());
  }

  private Optional<Door> door(SessionContext session) {
    return Optional.ofNullable(doors.get(port(session)));
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
    commands.shutdownNow();
  }

  /** Lets one server listen on several ports. */
  private static final class ManyPorts extends SshServer {
    synchronized int listen() throws IOException {
      if (!isStarted()) {
        start();
        return getPort();
      }
      var before = getBoundAddresses();
      acceptor.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return getBoundAddresses().stream()
          .filter(address -> !before.contains(address))
          .map(address -> ((InetSocketAddress) address).getPort())
          .findFirst()
          .orElseThrow();
    }

    void leave(int port) {
      acceptor.unbind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }
  }
}
