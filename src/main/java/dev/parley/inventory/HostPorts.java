package dev.parley.inventory;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Where the ports of hosts really are, which for the demo fleet is not what people see. */
public interface HostPorts {
  /** The address that answers for a host; empty where it is the host's own. */
  Optional<InetAddress> address(Host host);

  /**
   * Where a port of a host really is; empty when nothing listens there.
   *
   * @param host one with an {@link #address} that answers for it
   */
  Optional<InetSocketAddress> of(Host host, int port);

  /** Each host answers for itself. */
  static HostPorts asListed() {
    return new HostPorts() {
      @Override
      public Optional<InetAddress> address(Host host) {
        return Optional.empty();
      }

      @Override
      public Optional<InetSocketAddress> of(Host host, int port) {
        throw new IllegalStateException(host.name() + " answers for itself.");
      }
    };
  }
}
