package dev.parley.action.ssh;

import dev.parley.inventory.Endpoint;
import dev.parley.inventory.Host;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.jspecify.annotations.Nullable;

/** Judges the key that one host shows on one connection, and remembers why it was refused. */
final class HostKeyCheck {
  private final Host host;
  private final Endpoint endpoint;
  private final KnownHosts knownHosts;
  private volatile @Nullable String refusal;
  private volatile @Nullable PublicKey shown;

  HostKeyCheck(Host host, Endpoint endpoint, KnownHosts knownHosts) {
    this.host = host;
    this.endpoint = endpoint;
    this.knownHosts = knownHosts;
  }

  /** Whether to go on with this key. */
  boolean accepts(PublicKey key) {
    shown = key;
    refusal = refusal(key);
    return refusal == null;
  }

  /** Why the key was refused, with what to do. */
  Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** The key that the host showed, when it came that far. */
  Optional<PublicKey> shown() {
    return Optional.ofNullable(shown);
  }

  /** The kinds of key to ask the host for first, so that one that is known is not missed. */
  List<String> preferredTypes() {
    var pinned = endpoint.hostKey();
    var known =
        pinned == null ? knownHosts.trusted(endpoint.address(), endpoint.port()) : List.of(pinned);
    return known.stream().map(KeyUtils::getKeyType).distinct().toList();
  }

  private @Nullable String refusal(PublicKey key) {
    return switch (knowledge(key)) {
      case KNOWN -> null;
      case UNKNOWN ->
          ("The key of %s (%s) is not known yet, so nothing was sent to it. Run ./parley trust %s"
                  + " and compare what it shows with %s.")
              .formatted(host.name(), host.address(), host.name(), KnownHosts.describe(key));
      case CHANGED ->
          ("THE KEY OF %s (%s) HAS CHANGED, so nothing was sent to it: it now shows %s. Somebody"
                  + " may be listening in, or the host was set up anew; only if you know that it"
                  + " was, run ./parley trust %s.")
              .formatted(host.name(), host.address(), KnownHosts.describe(key), host.name());
      case REVOKED ->
          ("The key of %s (%s) is marked as revoked in known_hosts, so nothing was sent to it."
                  + " Give the host a new key.")
              .formatted(host.name(), host.address());
    };
  }

  /** What is known about a key of this host. */
  KnownHosts.Knowledge knowledge(PublicKey key) {
    var pinned = endpoint.hostKey();
    if (pinned == null) {
      return knownHosts.judge(endpoint.address(), endpoint.port(), key);
    }
    return KeyUtils.compareKeys(pinned, key)
        ? KnownHosts.Knowledge.KNOWN
        : KnownHosts.Knowledge.CHANGED;
  }
}
