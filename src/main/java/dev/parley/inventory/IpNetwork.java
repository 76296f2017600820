package dev.parley.inventory;

import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** A network, or one address as a network of its own. Never asks a name server. */
public final class IpNetwork {
  private final byte[] base;
  private final int prefix;

  private IpNetwork(byte[] base, int prefix) {
    this.base = base;
    this.prefix = prefix;
  }

  /** Reads e.g. {@code 10.0.0.0/8} or {@code ::1}; empty when the text is neither. */
  public static Optional<IpNetwork> parse(String text) {
    return SlotForms.canonical(SlotType.IP, text).map(IpNetwork::of);
  }

  private static IpNetwork of(String canonical) {
    var parts = canonical.split("/", 2);
    var base = literal(parts[0]).getAddress();
    int whole = base.length * Byte.SIZE;
    int prefix = parts.length == 1 ? whole : Integer.parseInt(parts[1]);
    boolean mapped = parts[0].indexOf(':') >= 0 && base.length == 4;
    return new IpNetwork(base, mapped && parts.length > 1 ? Math.max(0, prefix - 96) : prefix);
  }

  private static InetAddress literal(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(address + " is no address.", e);
    }
  }

  /** How many bits of an address say whether it belongs to the network. */
  public int prefix() {
    return prefix;
  }

  /** Whether its addresses are of version 4 of the protocol, also where they are written as 6. */
  public boolean isVersion4() {
    return base.length == 4;
  }

  public boolean contains(InetAddress address) {
    return sameBeginning(address.getAddress(), base, prefix);
  }

  private static boolean sameBeginning(byte[] a, byte[] b, int bits) {
    int whole = bits / Byte.SIZE;
    int mask = 0xff << Byte.SIZE - bits % Byte.SIZE & 0xff;
    return a.length == b.length
        && Arrays.equals(a, 0, whole, b, 0, whole)
        && (bits % Byte.SIZE == 0 || (a[whole] & mask) == (b[whole] & mask));
  }
}
