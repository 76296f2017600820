package dev.parley.inventory;

import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Map;

/**
 * Something with a name: a service, an application, a team …
 *
 * @param aliases what people also call it
 * @param attributes e.g. {@code unit} and {@code log} of a service
 * @param on the groups or hosts that have it
 */
public record Resource(
    SlotType type,
    String name,
    List<String> aliases,
    Map<String, String> attributes,
    List<String> on) {
  public Resource {
    aliases = List.copyOf(aliases);
    attributes = Map.copyOf(attributes);
    on = List.copyOf(on);
  }
}
