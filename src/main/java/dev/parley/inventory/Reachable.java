package dev.parley.inventory;

import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place that network checks may reach although it is of a kind that they refuse.
 *
 * @param name the name by which it must be asked for, or null for a network
 * @param network the addresses, or null for a name
 * @param port the only port, or null for each
 */
public record Reachable(
    @Nullable String name, @Nullable IpNetwork network, @Nullable Integer port) {
  private static final Pattern WITH_PORT =
      Pattern.compile("(?:\\[([^\\]]+)]|([^:]+)):(\\d{1,5})|\\[([^\\]]+)]");

  /**
   * Reads e.g. {@code 127.0.0.1:9090}, {@code [::1]:9090}, {@code 169.254.20.0/24} or {@code
   * status.internal:8080}; empty when the text is none of these.
   */
  public static Optional<Reachable> parse(String text) {
    var match = WITH_PORT.matcher(text);
    if (!match.matches()) {
      return of(text, null);
    }
    var place = match.group(1) != null ? match.group(1) : match.group(2);
    if (match.group(3) == null) {
      return of(match.group(4), null);
    }
    return SlotForms.canonical(SlotType.PORT, match.group(3))
        .flatMap(port -> of(place, Integer.valueOf(port)));
  }

  private static Optional<Reachable> of(String place, @Nullable Integer port) {
    var network = IpNetwork.parse(place);
    if (network.isPresent()) {
      return Optional.of(new Reachable(null, network.get(), port));
    }
    return SlotForms.canonical(SlotType.DOMAIN, place)
        .map(name -> new Reachable(name.toLowerCase(Locale.ROOT), null, port));
  }

  /**
   * Whether this place is meant.
   *
   * @param asked as it was asked for, a name or an address, in small letters
   */
  public boolean covers(String asked, InetAddress address, int at) {
    boolean place = network == null ? asked.equals(name) : network.contains(address);
    return place && (port == null || port == at);
  }

  /** Whether this place is meant and its port is named, as the assistant's own ports need it. */
  public boolean coversPort(String asked, InetAddress address, int at) {
    return port != null && covers(asked, address, at);
  }
}
