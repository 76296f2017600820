package dev.parley.inventory;

import dev.parley.intent.SlotType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Environments and severities that exist where the estate declares none of their kind. */
final class UsualNames {
  private static final List<Resource> ALL =
      List.of(
          named(SlotType.ENVIRONMENT, "development", "dev"),
          named(SlotType.ENVIRONMENT, "staging", "stage"),
          named(SlotType.ENVIRONMENT, "production", "prod", "live"),
          named(SlotType.SEVERITY, "sev1", "critical"),
          named(SlotType.SEVERITY, "sev2", "major"),
          named(SlotType.SEVERITY, "sev3", "minor"));

  private UsualNames() {}

  static List<Resource> addedTo(List<Resource> declared) {
    var all = new ArrayList<>(declared);
    ALL.stream()
        .filter(usual -> declared.stream().noneMatch(r -> r.type() == usual.type()))
        .forEach(all::add);
    return all;
  }

  private static Resource named(SlotType type, String name, String... aliases) {
    return new Resource(type, name, List.of(aliases), Map.of(), List.of());
  }
}
