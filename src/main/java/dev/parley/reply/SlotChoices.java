package dev.parley.reply;

import dev.parley.intent.SlotType;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.Resource;
import java.util.List;

/** The values to offer with a question, where there are few enough to pick from. */
final class SlotChoices {
  private static final int MOST = 12;

  private SlotChoices() {}

  static List<String> of(SlotType type, Inventory inventory) {
    var all =
        switch (type) {
          case HOST -> inventory.hosts().stream().limit(MOST + 1).map(Host::name).toList();
          case GROUP -> inventory.groups().stream().limit(MOST + 1).toList();
          case STATE -> List.of("on", "off");
          default -> inventory.all(type).stream().limit(MOST + 1).map(Resource::name).toList();
        };
    return all.size() > MOST ? List.of() : all;
  }
}
