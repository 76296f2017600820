package dev.parley.fuzz;

import static dev.parley.fuzz.Fuzzed.bounded;
import static dev.parley.fuzz.Fuzzed.holds;

import dev.parley.inventory.Host;
import dev.parley.inventory.InventoryReader;

/** Any file under {@code inventory/}, as INI, as YAML and as the estate: hosts, or problems. */
final class InventoryFilesFuzz {
  private static final int MANY = 100_000;

  private InventoryFilesFuzz() {}

  static void read(byte[] input) {
    as("inventory-ini", "hosts.ini", input);
    as("inventory-yaml", "hosts.yml", input);
    as("inventory-estate", "estate.yml", input);
  }

  private static void as(String target, String file, byte[] input) {
    var folder = Fuzzed.folder(target, file, input);
    var read = bounded(() -> InventoryReader.read(folder));
    Fuzzed.told(read.problems(), input);
    if (read.problems().isEmpty()) {
      holds(read.inventory().hosts().size() < MANY, "%d hosts", read.inventory().hosts().size());
      read.inventory().hosts().forEach(InventoryFilesFuzz::sound);
    }
  }

  /** Its name reaches commands as a whole argument, and is never an option there. */
  private static void sound(Host host) {
    Fuzzed.oneLine(host.name());
    holds(!host.name().isBlank() && !host.name().startsWith("-"), "A host: %s", host);
    holds(host.port() > 0 && host.port() <= 65_535, "Its port: %s", host);
  }
}
