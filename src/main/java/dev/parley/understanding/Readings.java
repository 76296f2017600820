package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a mention as what a slot takes: example.com is a domain for a look-up, a web address for a
 * check, and an address for a ping.
 */
final class Readings {
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(?:[a-z0-9_-]+\\.)+[a-z][a-z0-9-]*[a-z]\\.?|localhost");
  private static final Pattern SITE = Pattern.compile("(?i)https?://(\\[[^]]*]|[^/:?#]+).*");

  private Readings() {}

  /** The reading for which an intent has a slot, else the likeliest. */
  static Entity in(Intent intent, Mention mention) {
    for (var slot : intent.slots()) {
      var direct = mention.as(slot.type()).map(entity -> accepted(slot, entity));
      if (direct.isPresent()) {
        return direct.get();
      }
    }
    return intent.slots().stream()
        .flatMap(slot -> converted(slot, mention).stream())
        .findFirst()
        .orElseGet(mention::first);
  }

  /** The reading that a slot takes, empty when it takes none. */
  static Optional<Entity> as(Slot slot, Mention mention) {
    return mention
        .as(slot.type())
        .map(entity -> accepted(slot, entity))
        .or(() -> converted(slot, mention));
  }

  /** Whether a slot takes a mention. */
  static boolean takes(Intent intent, Mention mention) {
    return intent.slots().stream().anyMatch(slot -> as(slot, mention).isPresent());
  }

  /** An address that the inventory does not know, where any will do. */
  private static Entity accepted(Slot slot, Entity entity) {
    boolean unknown = entity.values().stream().anyMatch(value -> !value.known());
    return slot.any() && unknown
        ? address(entity).map(value -> as(slot.type(), entity, value)).orElse(entity)
        : entity;
  }

  private static Optional<Entity> converted(Slot slot, Mention mention) {
    return mention.readings().stream()
        .flatMap(entity -> converted(slot, entity).stream())
        .findFirst();
  }

  private static Optional<Entity> converted(Slot slot, Entity entity) {
    var value =
        switch (slot.type()) {
          case HOST -> slot.any() ? address(entity) : Optional.<String>empty();
          case DOMAIN -> domain(entity);
          case URL -> url(entity);
          case IP -> formed(SlotType.IP, entity, SlotType.HOST);
          default -> Optional.<String>empty();
        };
    return value.map(v -> as(slot.type(), entity, v));
  }

  private static Optional<String> address(Entity entity) {
    return switch (entity.type()) {
      case HOST, DOMAIN, IP, URL -> {
        String name = site(entity.text());
        yield SlotForms.canonical(SlotType.IP, name)
            .filter(ip -> ip.indexOf('/') < 0)
            .or(() -> Optional.of(name).filter(n -> ADDRESS.matcher(n).matches()));
      }
      default -> Optional.empty();
    };
  }

  private static Optional<String> domain(Entity entity) {
    return switch (entity.type()) {
      case URL, HOST, IP -> SlotForms.canonical(SlotType.DOMAIN, site(entity.text()));
      default -> Optional.empty();
    };
  }

  private static Optional<String> url(Entity entity) {
    return formed(SlotType.URL, entity, SlotType.DOMAIN)
        .or(() -> formed(SlotType.URL, entity, SlotType.HOST));
  }

  private static Optional<String> formed(SlotType wanted, Entity entity, SlotType from) {
    return entity.type() == from ? SlotForms.canonical(wanted, entity.text()) : Optional.empty();
  }

  /** The host of a web address; any other text as it is. */
  static String site(String text) {
    var site = SITE.matcher(text);
    return site.matches() ? site.group(1) : text;
  }

  private static Entity as(SlotType type, Entity entity, String value) {
    return new Entity(
        type,
        null,
        entity.text(),
        entity.start(),
        entity.end(),
        List.of(SlotValue.of(value, site(entity.text()))),
        List.of());
  }
}
