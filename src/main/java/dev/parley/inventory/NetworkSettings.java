package dev.parley.inventory;

import java.util.List;

/**
 * What an estate says about looks at the network.
 *
 * @param reachable what may be reached although it is of a kind that is refused
 * @param nameServers whom to ask about domains, with a port where it is not 53; without any, those
 *     of the assistant's machine
 * @param whois whom to ask first about registrations, with a port where it is not 43
 */
public record NetworkSettings(List<Reachable> reachable, List<String> nameServers, String whois) {
  public static final String WHOIS = "whois.iana.org";

  /** What holds where the estate says nothing. */
  public static final NetworkSettings USUAL = new NetworkSettings(List.of(), List.of(), WHOIS);

  public NetworkSettings {
    reachable = List.copyOf(reachable);
    nameServers = List.copyOf(nameServers);
  }
}
