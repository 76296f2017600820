package dev.parley.action.network;

import dev.parley.inventory.Inventory;
import java.time.Duration;
import java.util.List;

/**
 * One thing to look at.
 *
 * @param target a host, an address, a domain or a URL
 * @param port 0 for the check's own
 * @param types the types of DNS records, none for the usual ones
 * @param limit how long it may take
 */
record Look(String target, int port, List<String> types, Duration limit, Inventory inventory) {
  Look {
    types = List.copyOf(types);
  }

  /** The same, elsewhere. */
  Look at(String otherTarget) {
    return new Look(otherTarget, port, types, limit, inventory);
  }

  /** Time is up then, in {@link System#nanoTime}. */
  long deadline() {
    return System.nanoTime() + limit.toNanos();
  }
}
