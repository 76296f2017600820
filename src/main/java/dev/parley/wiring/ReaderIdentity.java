package dev.parley.wiring;

import dev.parley.intent.Intent;
import dev.parley.intent.SlotType;
import dev.parley.understanding.EntityExtractor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Names what decides how an example is read: the program, and everything that has a name. It
 * changes with each of them.
 */
final class ReaderIdentity {
  private ReaderIdentity() {}

  /** Nothing while the program is no file but single classes, which change unseen. */
  static Optional<String> of(Estate estate) {
    try {
      var source = EntityExtractor.class.getProtectionDomain().getCodeSource();
      var program = source == null ? null : Path.of(source.getLocation().toURI());
      if (program == null || !Files.isRegularFile(program)) {
        return Optional.empty();
      }
      var digest = MessageDigest.getInstance("SHA-256");
      add(digest, Files.size(program) + " " + Files.getLastModifiedTime(program).toMillis());
      estate.catalog().all().forEach(intent -> add(digest, slots(intent)));
      var inventory = estate.inventory();
      inventory.hosts().forEach(host -> add(digest, host.name() + " " + host.address()));
      inventory.groups().forEach(group -> add(digest, group + inventory.members(group)));
      for (var type : SlotType.values()) {
        inventory.all(type).forEach(r -> add(digest, type + " " + r.name() + r.aliases()));
      }
      return Optional.of(HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | URISyntaxException e) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }

  private static String slots(Intent intent) {
    return intent.name() + " " + intent.slots().stream().map(slot -> slot.type()).toList();
  }

  private static void add(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
