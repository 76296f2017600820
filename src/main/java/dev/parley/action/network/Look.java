package dev.parley.action.network;

import dev.parley.action.ActiveRun;
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
 * @param run tells it to stop
 */
record Look(
    String target,
    int port,
    List<String> types,
    Duration limit,
    Inventory inventory,
    ActiveRun run) {
  Look {
    types = List.copyOf(types);
  }

  /** Time is up then, in {@link System#nanoTime}. */
  long deadline() {
    return System.nanoTime() + limit.toNanos();
  }
}
