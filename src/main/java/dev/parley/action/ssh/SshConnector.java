package dev.parley.action.ssh;

import dev.parley.inventory.Endpoint;
import dev.parley.inventory.Endpoints;
import dev.parley.inventory.Host;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.forward.ExplicitPortForwardingTracker;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions with hosts that have proved who they are. The client behind it is shared, and
 * starts with the first session.
 */
public final class SshConnector implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Endpoints endpoints;
  private final KnownHosts knownHosts;
  private final LoginKeys loginKeys;
  private final Duration patience;
  private @Nullable SshClient client;

  public SshConnector(Endpoints endpoints, KnownHosts knownHosts) {
    this(endpoints, knownHosts, Path.of(System.getProperty("user.home"), ".ssh"), PATIENCE);
  }

  /**
   * @param defaultKeys the folder of the keys for hosts that name none
   * @param patience how long connecting, and then logging in, may take
   */
  public SshConnector(
      Endpoints endpoints, KnownHosts knownHosts, Path defaultKeys, Duration patience) {
    this(endpoints, knownHosts, new LoginKeys(defaultKeys), patience);
  }

  SshConnector(Endpoints endpoints, KnownHosts knownHosts, LoginKeys loginKeys, Duration patience) {
    this.endpoints = endpoints;
    this.knownHosts = knownHosts;
    this.loginKeys = loginKeys;
    this.patience = patience;
  }

  /**
   * As the user who runs the assistant would connect: with that user's keys and agent, and with
   * what was trusted and told in the data folder.
   */
  public static SshConnector ofUser(Endpoints endpoints, Path data) {
    return new SshConnector(endpoints, KnownHosts.inFolder(data), LoginKeys.ofUser(data), PATIENCE);
  }

  /** A session in which the host's key was checked and the login accepted. */
  ClientSession open(Host host) throws ConnectionProblem {
    var endpoint = endpoint(host);
    var identities = loginKeys.of(host, endpoint);
    var check = new HostKeyCheck(host, endpoint, knownHosts);
    var session = connect(host, endpoint, check);
    try {
      login(session, identities);
      return session;
    } catch (IOException e) {
      session.close(true);
      if (check.refusal().isPresent()) {
        throw new ConnectionProblem(check.refusal().get(), e);
      }
      throw check.shown().isEmpty() && !endpoint.jumps().isEmpty()
          ? Problems.beyond(host, endpoint, e)
          : Problems.login(host, user(endpoint), patience, e);
    }
  }

  /** Logs in to a host and out again, to see whether that works. */
  public void tryOut(Host host) throws ConnectionProblem {
    if (!endpoint(host).local()) {
      open(host).close(true);
    }
  }

  /** The key that a host shows now, without logging in or trusting it. */
  PublicKey hostKey(Host host) throws ConnectionProblem {
    var endpoint = endpoint(host);
    var check = new HostKeyCheck(host, endpoint, knownHosts);
    var session = connect(host, endpoint, check);
    try {
      session.auth().verify(patience);
    } catch (IOException e) {
      // Nobody logs in here; what counts is whether the key was shown before that failed.
      return check.shown().orElseThrow(() -> Problems.login(host, user(endpoint), patience, e));
    } finally {
      session.close(true);
    }
    return check.shown().orElseThrow();
  }

  Endpoint endpoint(Host host) throws ConnectionProblem {
    try {
      return endpoints.of(host);
    } catch (IllegalArgumentException e) {
      throw new ConnectionProblem(String.valueOf(e.getMessage()), e);
    }
  }

  KnownHosts knownHosts() {
    return knownHosts;
  }

  private ClientSession connect(Host host, Endpoint endpoint, HostKeyCheck check)
      throws ConnectionProblem {
    if (endpoint.jumps().isEmpty()) {
      return connect(host, endpoint, check, endpoint.address(), endpoint.port());
    }
    var jumps = endpoint.jumps();
    var last = jumps.get(jumps.size() - 1);
    var jump = open(last.over(jumps.subList(0, jumps.size() - 1)));
    try {
      var door = door(jump, endpoint);
      jump.addCloseFutureListener(closed -> close(door));
      var way = door.getBoundAddress();
      var session = connect(host, endpoint, check, way.getHostName(), way.getPort());
      session.addSessionListener(new ClosesBehind(door));
      session.addCloseFutureListener(closed -> jump.close(true));
      return session;
    } catch (IOException e) {
      jump.close(true);
      throw Problems.connecting(host, endpoint, patience, e);
    } catch (ConnectionProblem e) {
      jump.close(true);
      throw e;
    }
  }

  /** A port of this machine that leads through the jump. */
  private static ExplicitPortForwardingTracker door(ClientSession jump, Endpoint endpoint)
      throws IOException {
    return jump.createLocalPortForwardingTracker(
        new SshdSocketAddress(InetAddress.getLoopbackAddress().getHostAddress(), 0),
        new SshdSocketAddress(endpoint.address(), endpoint.port()));
  }

  /** Nobody else shall come through, so it stands open no longer than one connection needs. */
  private record ClosesBehind(ExplicitPortForwardingTracker door) implements SessionListener {
    @Override
    public void sessionEvent(Session session, Event event) {
      close(door);
    }
  }

  private static void close(ExplicitPortForwardingTracker door) {
    try {
      door.close();
    } catch (IOException e) {
      // It closes with its session at the latest.
      return;
    }
  }

  private ClientSession connect(
      Host host, Endpoint endpoint, HostKeyCheck check, String address, int port)
      throws ConnectionProblem {
    try {
      return client()
          .connect(
              user(endpoint),
              address,
              port,
              AttributeRepository.ofKeyValuePair(Clients.CHECK, check))
          .verify(patience)
          .getSession();
    } catch (IOException | RuntimeException e) {
      throw Problems.connecting(host, endpoint, patience, e);
    }
  }

  private void login(ClientSession session, Identities identities) throws IOException {
    session.setAttribute(AgentLogin.IDENTITIES, identities);
    identities.keys().forEach(session::addPublicKeyIdentity);
    session.auth().verify(patience);
  }

  private static String user(Endpoint endpoint) {
    var user = endpoint.user();
    return user == null ? System.getProperty("user.name") : user;
  }

  private synchronized SshClient client() {
    if (client == null) {
      client = Clients.strict();
      client.start();
    }
    return client;
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.stop();
      client = null;
    }
  }
}
