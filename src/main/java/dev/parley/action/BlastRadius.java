package dev.parley.action;

import dev.parley.intent.Intent;
import dev.parley.intent.Risk;
import dev.parley.intent.SlotType;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How much of the estate some hosts are: what a person should see before a risky yes. */
final class BlastRadius {
  private static final int WIDE = 10;

  private final Set<String> names;
  private final Inventory inventory;

  BlastRadius(List<Host> hosts, Inventory inventory) {
    this.names = hosts.stream().map(Host::name).collect(Collectors.toSet());
    this.inventory = inventory;
  }

  /** More than ten hosts that are also more than half of a group. */
  boolean wide() {
    return names.size() > WIDE
        && inventory.groups().stream().anyMatch(group -> hit(group) * 2 > size(group));
  }

  /** In sentences, for a risk that shows it; empty for what only reads or is easily undone. */
  List<String> told(Intent intent, Risk risk) {
    var told = new ArrayList<String>();
    if (risk.compareTo(Risk.HIGH) < 0) {
      return told;
    }
    inventory.groups().stream().sorted().flatMap(group -> share(group).stream()).forEach(told::add);
    if (risk == Risk.CRITICAL && takesNoService(intent)) {
      var services = services();
      if (!services.isEmpty()) {
        told.add("These services are there: %s.".formatted(String.join(", ", services)));
      }
    }
    return told;
  }

  private List<String> share(String group) {
    long hit = hit(group);
    int size = size(group);
    if (hit == 0 || hit * 2 <= size) {
      return List.of();
    }
    if (hit < size) {
      return List.of("That is %d of the %d hosts of the group %s.".formatted(hit, size, group));
    }
    return List.of(
        size == 1
            ? "That is the only host of the group %s.".formatted(group)
            : "That is every host of the group %s.".formatted(group));
  }

  private List<String> services() {
    return inventory.all(SlotType.SERVICE).stream()
        .filter(service -> inventory.hostsOf(service).stream().anyMatch(names::contains))
        .map(Resource::name)
        .sorted()
        .toList();
  }

  private static boolean takesNoService(Intent intent) {
    return intent.slots().stream().noneMatch(slot -> slot.type() == SlotType.SERVICE);
  }

  private long hit(String group) {
    return new HashSet<>(inventory.members(group)).stream().filter(names::contains).count();
  }

  private int size(String group) {
    return new HashSet<>(inventory.members(group)).size();
  }
}
