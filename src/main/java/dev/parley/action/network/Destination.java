package dev.parley.action.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a look goes: addresses that were resolved once and judged, so that what is connected to is
 * what was judged.
 *
 * @param name as it was asked for
 * @param addresses all that the name stands for
 * @param port 0 where there is none
 * @param mapped where the port of a demo host really is; null where it is the addresses' own
 * @param closed whether it is known that nothing listens there
 */
record Destination(
    String name,
    List<InetAddress> addresses,
    int port,
    @Nullable InetSocketAddress mapped,
    boolean closed) {
  Destination {
    addresses = List.copyOf(addresses);
  }

  /** What to connect to, in order. */
  List<InetSocketAddress> sockets() {
    return mapped != null
        ? List.of(mapped)
        : addresses.stream().map(address -> new InetSocketAddress(address, port)).toList();
  }

  /** The name with the address behind it, e.g. {@code web-01 (192.168.0.24)}. */
  String shown() {
    var address = NumericForm.text(addresses.get(0));
    return address.equals(name) ? name : name + " (" + address + ")";
  }
}
