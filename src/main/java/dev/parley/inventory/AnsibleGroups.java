package dev.parley.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hosts, groups and variables as Ansible files write them, before they become an inventory. */
final class AnsibleGroups {
  static final String ALL = "all";
  static final String UNGROUPED = "ungrouped";
  private static final String PRIORITY = "ansible_group_priority";

  /** Where something is written. */
  record Place(String file, int line) {}

  /** A variable's value and where it is written. */
  record Setting(String value, Place place) {}

  /** One group. */
  static final class Group {
    final Set<String> hosts = new LinkedHashSet<>();
    final Map<String, Place> children = new LinkedHashMap<>();
    final Map<String, Setting> vars = new LinkedHashMap<>();

    /** What {@code group_vars/} says, which wins over every group's {@link #vars}. */
    final Map<String, Setting> folderVars = new LinkedHashMap<>();

    private int priority() {
      var written = vars.get(PRIORITY);
      return written != null && written.value().matches("-?\\d{1,9}")
          ? Integer.parseInt(written.value())
          : 1;
    }
  }

  private final Map<String, Map<String, Setting>> hosts = new LinkedHashMap<>();
  private final Map<String, Map<String, Setting>> folderVars = new HashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, Place> places = new HashMap<>();

  /** The variables of a host, which exists from now on. */
  Map<String, Setting> host(String name, Place place) {
    places.putIfAbsent(name, place);
    return hosts.computeIfAbsent(name, n -> new LinkedHashMap<>());
  }

  /** What {@code host_vars/} says of a host, which wins over everything else. */
  Map<String, Setting> folderVars(String host) {
    return folderVars.computeIfAbsent(host, h -> new LinkedHashMap<>());
  }

  /** A group, which exists from now on. */
  Group group(String name) {
    return groups.computeIfAbsent(name, n -> new Group());
  }

  Set<String> hostNames() {
    return hosts.keySet();
  }

  Map<String, Group> groups() {
    return groups;
  }

  Place place(String host) {
    return places.getOrDefault(host, new Place("", 0));
  }

  /** The hosts of a group and of the groups below it, in the order of the hosts. */
  List<String> members(String name) {
    if (name.equals(ALL)) {
      return List.copyOf(hosts.keySet());
    }
    if (name.equals(UNGROUPED)) {
      return ungrouped();
    }
    var members = new LinkedHashSet<String>();
    collect(name, members, new LinkedHashSet<>());
    return List.copyOf(members);
  }

  private void collect(String name, Set<String> members, Set<String> seen) {
    var group = groups.get(name);
    if (group == null || !seen.add(name)) {
      return;
    }
    members.addAll(group.hosts);
    group.children.keySet().forEach(child -> collect(child, members, seen));
  }

  /** The hosts that are in no group of their own, wherever they are written. */
  private List<String> ungrouped() {
    var left = new LinkedHashSet<>(hosts.keySet());
    groups.forEach(
        (name, group) -> {
          if (!name.equals(ALL) && !name.equals(UNGROUPED)) {
            left.removeAll(group.hosts);
          }
        });
    return List.copyOf(left);
  }

  /**
   * The variables of every host: its own win over those of its groups, those of a child group over
   * its parents', all over {@code all}'s; among groups of one depth the higher priority and then
   * the later name wins. What the folders of variables say wins over the inventory's of the same
   * kind.
   */
  Map<String, Map<String, Setting>> variables() {
    var variables = new LinkedHashMap<String, Map<String, Setting>>();
    hosts.keySet().forEach(host -> variables.put(host, new HashMap<>()));
    var ordered = ordered();
    ordered.forEach(name -> give(name, group(name).vars, variables));
    ordered.forEach(name -> give(name, group(name).folderVars, variables));
    variables.forEach(
        (host, settings) -> {
          settings.putAll(hosts.getOrDefault(host, Map.of()));
          settings.putAll(folderVars.getOrDefault(host, Map.of()));
        });
    return variables;
  }

  private void give(
      String group, Map<String, Setting> vars, Map<String, Map<String, Setting>> variables) {
    if (!vars.isEmpty()) {
      members(group)
          .forEach(host -> variables.computeIfAbsent(host, h -> new HashMap<>()).putAll(vars));
    }
  }

  /** Every group, the one whose variables win last. */
  private List<String> ordered() {
    var depths = new HashMap<String, Integer>();
    groups.keySet().forEach(name -> depth(name, depths));
    var ordered = new ArrayList<>(groups.keySet());
    ordered.sort(
        Comparator.<String>comparingInt(name -> depths.getOrDefault(name, 1))
            .thenComparingInt(name -> group(name).priority())
            .thenComparing(Comparator.naturalOrder()));
    return ordered;
  }

  /** How far below {@code all} a group stands, by its longest way; there are no cycles any more. */
  private int depth(String name, Map<String, Integer> depths) {
    var known = depths.get(name);
    if (known != null) {
      return known;
    }
    int depth = name.equals(ALL) ? 0 : 1;
    for (var parent : groups.entrySet()) {
      if (!parent.getKey().equals(ALL) && parent.getValue().children.containsKey(name)) {
        depth = Math.max(depth, depth(parent.getKey(), depths) + 1);
      }
    }
    depths.put(name, depth);
    return depth;
  }
}
