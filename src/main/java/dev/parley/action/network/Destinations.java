package dev.parley.action.network;

import dev.parley.inventory.Host;
import dev.parley.inventory.HostPorts;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.Reachable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Finds out where a name leads, and refuses what no chat should reach: the assistant's own machine
 * and ports, link-local addresses, the metadata services of clouds, addresses that are nobody's or
 * everybody's. What the estate lists as reachable is exempt, and so are the demo fleet's own ports.
 */
final class Destinations {
  private static final Set<String> REFUSED_NAMES =
      Set.of(
          "localhost",
          "localhost.localdomain",
          "ip6-localhost",
          "ip6-loopback",
          "metadata",
          "metadata.google.internal",
          "metadata.goog",
          "instance-data",
          "instance-data.ec2.internal");

  private final NameService names;
  private final HostPorts hostPorts;
  private final IntSupplier ownPort;

  /** Resolves a name to all its addresses. */
  @FunctionalInterface
  interface NameService {
    List<InetAddress> of(String name) throws UnknownHostException;
  }

  /**
   * @param ownPort the port on which the assistant itself listens, 0 for none
   */
  Destinations(NameService names, HostPorts hostPorts, IntSupplier ownPort) {
    this.names = names;
    this.hostPorts = hostPorts;
    this.ownPort = ownPort;
  }

  /**
   * Where a name, an address or a host of the inventory leads.
   *
   * @param port 0 where there is none
   */
  Destination of(String asked, int port, Inventory inventory) throws NetworkProblem {
    var name = plain(asked);
    var host = host(name, inventory);
    var demo = host.flatMap(hostPorts::address);
    if (host.isPresent() && demo.isPresent()) {
      return demo(host.get(), demo.get(), port);
    }
    var wanted = host.map(Host::address).orElse(name);
    var addresses = resolve(wanted, name, inventory);
    for (var address : addresses) {
      judge(wanted, name, address, port, inventory);
    }
    return new Destination(asked, addresses, port, null, false);
  }

  private static String plain(String asked) {
    var name = asked.toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static Optional<Host> host(String name, Inventory inventory) {
    return inventory
        .host(name)
        .or(() -> inventory.hosts().stream().filter(h -> h.address().equals(name)).findFirst());
  }

  private Destination demo(Host host, InetAddress address, int port) {
    var mapped = port == 0 ? Optional.<InetSocketAddress>empty() : hostPorts.of(host, port);
    return new Destination(
        host.name(), List.of(address), port, mapped.orElse(null), mapped.isEmpty());
  }

  private List<InetAddress> resolve(String wanted, String name, Inventory inventory)
      throws NetworkProblem {
    if (NumericForm.disguised(wanted)) {
      throw new NetworkProblem(
          "%s is an address in disguise; write it as four numbers, such as 192.0.2.1."
              .formatted(name));
    }
    if (refusedName(wanted) && listed(inventory).noneMatch(r -> wanted.equals(r.name()))) {
      throw refusal(name, "the assistant's own machine or a metadata service");
    }
    try {
      return names.of(wanted);
    } catch (UnknownHostException e) {
      throw new NetworkProblem(
          "The name %s leads to no address; check its spelling.".formatted(name));
    }
  }

  private static boolean refusedName(String name) {
    return REFUSED_NAMES.contains(name) || name.endsWith(".localhost");
  }

  private void judge(String wanted, String name, InetAddress address, int port, Inventory inventory)
      throws NetworkProblem {
    boolean own = port != 0 && port == ownPort.getAsInt() && isOwn(address);
    if (own) {
      if (listed(inventory).noneMatch(r -> r.coversPort(wanted, address, port))) {
        throw refusal(shown(name, address) + " port " + port, "the assistant's own port");
      }
      return;
    }
    var kind = AddressKind.refused(address);
    if (kind.isPresent() && listed(inventory).noneMatch(r -> r.covers(wanted, address, port))) {
      throw refusal(shown(name, address), kind.get());
    }
  }

  private static boolean isOwn(InetAddress address) throws NetworkProblem {
    try {
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      throw new NetworkProblem("The assistant's own addresses cannot be told; ask again later.");
    }
  }

  private static Stream<Reachable> listed(Inventory inventory) {
    return inventory.network().reachable().stream();
  }

  private static String shown(String name, InetAddress address) {
    var text = NumericForm.text(address);
    return text.equals(name) ? name : name + " (" + text + ")";
  }

  private static NetworkProblem refusal(String what, String kind) {
    return new NetworkProblem(
        ("%s is not looked at, as it is %s; list it under network, reachable in"
                + " inventory/estate.yml where that is meant.")
            .formatted(what, kind));
  }
}
