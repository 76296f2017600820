package dev.parley.fuzz;

import static dev.parley.fuzz.Fuzzed.bounded;
import static dev.parley.fuzz.Fuzzed.holds;

import dev.parley.conversation.Speaker;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.IntentReader;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.SmallEstate;
import dev.parley.permission.PermissionsReader;
import java.nio.file.Path;

/** Any {@code permissions.yml}: with a problem in it, it allows nothing. */
final class PermissionFilesFuzz {
  private static final IntentCatalog CATALOG = IntentReader.read(Path.of("intents")).catalog();
  private static final EntityResolver RESOLVER = new EntityResolver(SmallEstate.inventory());

  private PermissionFilesFuzz() {}

  static void read(byte[] input) {
    var file = Fuzzed.folder("permissions", "permissions.yml", input).resolve("permissions.yml");
    var read = bounded(() -> PermissionsReader.read(file, CATALOG, RESOLVER));
    Fuzzed.told(read.problems(), input);
    if (!read.problems().isEmpty()) {
      holds(read.permissions().rules().isEmpty(), "It is broken and allows something.");
    }
    var stranger = read.people().identify(Speaker.of("nowhere", "nobody in particular"));
    holds(stranger.guest(), "A stranger is %s.", stranger);
    read.people()
        .all()
        .forEach(person -> holds(!person.key().isBlank(), "Somebody has no name: %s", person));
  }
}
