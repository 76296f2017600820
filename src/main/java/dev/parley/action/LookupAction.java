package dev.parley.action;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.intent.Outcome.TargetResult;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Answers from the inventory alone. */
public final class LookupAction implements Action {
  private static final String HOSTS = "hosts";
  private static final List<String> HEADER = List.of("name", "address", "groups", "services");

  @Override
  public Plan plan(Intent intent, ActionRequest request, Inventory inventory) {
    var what = ((ActionSpec.Lookup) intent.action()).what();
    if (!what.equals(HOSTS)) {
      throw new UnplannableException(
          "The inventory cannot be asked for %s; the file of %s can say \"%s\"."
              .formatted(what, intent.name(), HOSTS));
    }
    return new Plan(List.of(), List.of());
  }

  @Override
  public Outcome run(
      Intent intent, ActionRequest request, Plan plan, Inventory inventory, ActiveRun run) {
    var rows = new ArrayList<List<String>>();
    rows.add(HEADER);
    hosts(intent, request, inventory).forEach(host -> rows.add(row(host, inventory)));
    var result =
        new TargetResult(
            "inventory", ExecutionStatus.SUCCEEDED, 0, table(rows), false, "", Duration.ZERO);
    return Outcomes.of(List.of(result), Duration.ZERO);
  }

  private static Collection<Host> hosts(Intent intent, ActionRequest request, Inventory inventory) {
    var groups =
        intent.slots().stream()
            .filter(slot -> slot.type() == SlotType.GROUP)
            .map(Slot::name)
            .flatMap(name -> request.canonical(name).stream())
            .toList();
    if (groups.isEmpty()) {
      return inventory.hosts();
    }
    return groups.stream()
        .flatMap(group -> inventory.members(group).stream())
        .distinct()
        .flatMap(name -> inventory.host(name).stream())
        .toList();
  }

  private static List<String> row(Host host, Inventory inventory) {
    var groups =
        inventory.groups().stream()
            .filter(group -> inventory.members(group).contains(host.name()))
            .collect(Collectors.joining(", "));
    var services =
        inventory.all(SlotType.SERVICE).stream()
            .filter(service -> inventory.hostsOf(service).contains(host.name()))
            .map(Resource::name)
            .collect(Collectors.joining(", "));
    return List.of(host.name(), host.address(), groups, services);
  }

  private static String table(List<List<String>> rows) {
    int[] widths = new int[HEADER.size()];
    for (var row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private static String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
