package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** "Restart nginx everywhere" means wherever nginx is. */
final class Everywhere {
  private final Inventory inventory;

  Everywhere(Inventory inventory) {
    this.inventory = inventory;
  }

  /** What is named, with "everywhere" as the hosts of the services that are named beside it. */
  List<Entity> narrowed(List<Entity> named) {
    var places = new HashSet<String>();
    for (var entity : named) {
      for (var value : entity.values()) {
        if (entity.type() == SlotType.SERVICE && value.known()) {
          inventory
              .find(SlotType.SERVICE, value.canonical())
              .map(Everywhere.this::hosts)
              .ifPresent(places::addAll);
        }
      }
    }
    return places.isEmpty()
        ? named
        : named.stream()
            .map(entity -> isEverywhere(entity) ? within(entity, places) : entity)
            .toList();
  }

  private List<String> hosts(Resource service) {
    return List.copyOf(inventory.hostsOf(service));
  }

  private static boolean isEverywhere(Entity entity) {
    return entity.type() == SlotType.HOST
        && entity.text().regionMatches(true, 0, "everywhere", 0, "everywhere".length());
  }

  private static Entity within(Entity entity, Set<String> places) {
    var left = entity.values().stream().filter(v -> places.contains(v.canonical())).toList();
    return left.isEmpty() ? entity : entity.with(left);
  }
}
