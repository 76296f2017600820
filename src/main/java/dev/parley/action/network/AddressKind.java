package dev.parley.action.network;

import dev.parley.inventory.IpNetwork;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells of an address whether it belongs to this machine, to the network card's own surroundings or
 * to the cloud's inner workings, which is where no chat should reach. An address of version 6 that
 * carries one of version 4 is what it carries.
 */
final class AddressKind {
  private static final Map<IpNetwork, String> REFUSED = new LinkedHashMap<>();

  static {
    refused("a metadata service of the cloud", "169.254.169.254", "169.254.170.2", "169.254.42.42");
    refused("a metadata service of the cloud", "100.100.100.200", "192.0.0.192", "168.63.129.16");
    refused("a metadata service of the cloud", "fd00:ec2::254", "fd20:ce::254", "fd00:42::42");
    refused("the assistant's own machine", "127.0.0.0/8", "::1");
    refused("no particular machine", "0.0.0.0/8", "::");
    refused("a link-local address", "169.254.0.0/16", "fe80::/10");
    refused("many machines at once", "224.0.0.0/4", "255.255.255.255", "ff00::/8");
    refused("a reserved address", "240.0.0.0/4");
  }

  /** Where an address of version 6 carries one of version 4: the network, and at which byte. */
  private record Carrier(IpNetwork network, int at, boolean inverted) {}

  private static final List<Carrier> CARRIERS =
      List.of(
          new Carrier(network("2002::/16"), 2, false), // 6to4, RFC 3056
          new Carrier(network("64:ff9b::/96"), 12, false), // NAT64, RFC 6052
          new Carrier(network("64:ff9b:1::/48"), 12, false), // NAT64 of one's own, RFC 8215
          new Carrier(network("2001::/32"), 12, true), // Teredo, RFC 4380: the client
          new Carrier(network("2001::/32"), 4, false), // … and the server
          new Carrier(network("::/96"), 12, false), // IPv4-compatible, RFC 4291
          new Carrier(network("::ffff:0:0:0/96"), 12, false)); // IPv4-translated, RFC 2765

  private AddressKind() {}

  private static void refused(String what, String... networks) {
    Arrays.stream(networks).forEach(text -> REFUSED.put(network(text), what));
  }

  private static IpNetwork network(String text) {
    return IpNetwork.parse(text).orElseThrow();
  }

  /** What an address is that no look may reach, e.g. {@code a link-local address}. */
  static Optional<String> refused(InetAddress address) {
    var itself =
        REFUSED.entrySet().stream()
            .filter(entry -> entry.getKey().contains(address))
            .map(Map.Entry::getValue)
            .findFirst();
    return itself.or(() -> carried(address));
  }

  private static Optional<String> carried(InetAddress address) {
    var bytes = address.getAddress();
    if (bytes.length == 4) {
      return Optional.empty();
    }
    var inside =
        CARRIERS.stream()
            .filter(carrier -> carrier.network().contains(address))
            .flatMap(carrier -> refused(carried(bytes, carrier)).stream())
            .findFirst();
    return inside.or(() -> isatap(bytes) ? refused(version4(bytes, 12)) : Optional.empty());
  }

  private static InetAddress carried(byte[] bytes, Carrier carrier) {
    var copy = bytes.clone();
    if (carrier.inverted()) {
      for (int i = 0; i < copy.length; i++) {
        copy[i] = (byte) ~copy[i];
      }
    }
    return version4(copy, carrier.at());
  }

  /** RFC 5214: an interface identifier of 0000:5efe or 0200:5efe. */
  private static boolean isatap(byte[] bytes) {
    return (bytes[8] & ~2) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
  }

  private static InetAddress version4(byte[] bytes, int at) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are always an address.", e);
    }
  }
}
