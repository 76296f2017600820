package dev.parley.action.ssh;

import dev.parley.inventory.Host;
import java.io.IOException;
import java.security.PublicKey;
import java.util.List;

/** Learns a host's key: fetched and shown first, stored once somebody has confirmed it. */
public final class Trust {
  private final SshConnector connector;

  public Trust(SshConnector connector) {
    this.connector = connector;
  }

  /**
   * The key that a host shows.
   *
   * @param description as OpenSSH shows it, e.g. {@code ED25519 SHA256:…}
   * @param knowledge what is known about it
   * @param trusted the descriptions of what was trusted for the host before
   */
  public record Shown(
      Host host,
      PublicKey key,
      String description,
      KnownHosts.Knowledge knowledge,
      List<String> trusted) {}

  /** Fetches the key that a host shows now; nothing is trusted and nobody logs in. */
  public Shown fetch(Host host) throws ConnectionProblem {
    var endpoint = connector.endpoint(host);
    var known = connector.knownHosts();
    var key = connector.hostKey(host);
    var check = new HostKeyCheck(host, endpoint, known);
    return new Shown(
        host,
        key,
        KnownHosts.describe(key),
        check.knowledge(key),
        known.trusted(endpoint.address(), endpoint.port()).stream()
            .map(KnownHosts::describe)
            .toList());
  }

  /** Trusts a key that was shown and confirmed, in place of any that was trusted before. */
  public void store(Shown shown) throws IOException, ConnectionProblem {
    if (shown.knowledge() == KnownHosts.Knowledge.REVOKED) {
      throw new IOException(
          "The key of %s is marked as revoked in known_hosts; give the host a new key."
              .formatted(shown.host().name()));
    }
    var endpoint = connector.endpoint(shown.host());
    connector.knownHosts().store(endpoint.address(), endpoint.port(), shown.key());
  }
}
