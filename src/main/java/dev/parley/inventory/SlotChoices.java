package dev.parley.inventory;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.SlotType;
import java.util.Collection;
import java.util.List;

/** The values to offer with a question, where there are few enough to pick from. */
public final class SlotChoices {
  private static final int MOST = 12;

  private SlotChoices() {}

  /**
   * What can be picked for a slot of this type.
   *
   * @param request what is known so far: where it names services, only their hosts are offered
   */
  public static List<String> of(SlotType type, ActionRequest request, Inventory inventory) {
    var all =
        switch (type) {
          case HOST -> hosts(request, inventory);
          case GROUP -> List.copyOf(inventory.groups());
          case STATE -> List.of("on", "off");
          default -> inventory.all(type).stream().map(Resource::name).toList();
        };
    return all.size() > MOST ? List.of() : all;
  }

  private static List<String> hosts(ActionRequest request, Inventory inventory) {
    var places =
        request.slots().values().stream()
            .flatMap(Collection::stream)
            .flatMap(value -> inventory.find(SlotType.SERVICE, value.canonical()).stream())
            .map(inventory::hostsOf)
            .filter(hosts -> !hosts.isEmpty())
            .toList();
    return inventory.hosts().stream()
        .map(Host::name)
        .filter(name -> places.stream().allMatch(hosts -> hosts.contains(name)))
        .toList();
  }
}
