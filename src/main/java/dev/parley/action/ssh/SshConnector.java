package dev.parley.action.ssh;

import dev.parley.inventory.Endpoint;
import dev.parley.inventory.Endpoints;
import dev.parley.inventory.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
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
    this.endpoints = endpoints;
    this.knownHosts = knownHosts;
    this.loginKeys = new LoginKeys(defaultKeys);
    this.patience = patience;
  }

  /** A session in which the host's key was checked and the login accepted. */
  ClientSession open(Host host) throws ConnectionProblem {
    var endpoint = endpoint(host);
    var keys = loginKeys.of(host, endpoint);
    var check = new HostKeyCheck(host, endpoint, knownHosts);
    var session = connect(host, endpoint, check);
    try {
      login(session, keys);
      return session;
    } catch (IOException e) {
      session.close(true);
      throw check
          .refusal()
          .map(refusal -> new ConnectionProblem(refusal, e))
          .orElseGet(() -> Problems.login(host, user(endpoint), patience, e));
    }
  }

  /** Logs in to a host and out again, to see whether that works. */
  public void tryOut(Host host) throws ConnectionProblem {
    open(host).close(true);
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
    try {
      return client()
          .connect(
              user(endpoint),
              endpoint.address(),
              endpoint.port(),
              AttributeRepository.ofKeyValuePair(Clients.CHECK, check))
          .verify(patience)
          .getSession();
    } catch (IOException | RuntimeException e) {
      throw Problems.connecting(host, endpoint, patience, e);
    }
  }

  private void login(ClientSession session, List<KeyPair> keys) throws IOException {
    keys.forEach(session::addPublicKeyIdentity);
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
