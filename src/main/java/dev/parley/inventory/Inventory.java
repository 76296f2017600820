package dev.parley.inventory;

import dev.parley.intent.SlotType;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that exists, immutable. Names are unique within a type and compared without case. */
public final class Inventory {
  private final boolean demo;
  private final NetworkSettings network;
  private final Map<String, Host> hosts = new LinkedHashMap<>();
  private final Map<String, List<String>> groups = new LinkedHashMap<>();
  private final Map<SlotType, Map<String, Resource>> resources = new EnumMap<>(SlotType.class);

  /**
   * @param demo whether this is the demo estate, which replies announce
   * @param groups group name to the names of its hosts, children expanded, in order
   * @param resources everything but hosts and groups
   */
  public Inventory(
      boolean demo,
      Collection<Host> hosts,
      Map<String, List<String>> groups,
      Collection<Resource> resources) {
    this(demo, hosts, groups, resources, NetworkSettings.USUAL);
  }

  /**
   * @param network what the estate says about looks at the network
   */
  public Inventory(
      boolean demo,
      Collection<Host> hosts,
      Map<String, List<String>> groups,
      Collection<Resource> resources,
      NetworkSettings network) {
    this.demo = demo;
    this.network = network;
    hosts.forEach(host -> this.hosts.put(key(host.name()), host));
    groups.forEach((name, members) -> this.groups.put(key(name), List.copyOf(members)));
    resources.forEach(
        r ->
            this.resources
                .computeIfAbsent(r.type(), t -> new LinkedHashMap<>())
                .put(key(r.name()), r));
  }

  public boolean demo() {
    return demo;
  }

  /** What the estate says about looks at the network. */
  public NetworkSettings network() {
    return network;
  }

  public Collection<Host> hosts() {
    return Collections.unmodifiableCollection(hosts.values());
  }

  public Optional<Host> host(String name) {
    return Optional.ofNullable(hosts.get(key(name)));
  }

  /** Group names in order, without Ansible's own {@code all} and {@code ungrouped}. */
  public Set<String> groups() {
    return Collections.unmodifiableSet(groups.keySet());
  }

  /** The hosts of a group, empty when there is no such group. */
  public List<String> members(String group) {
    return groups.getOrDefault(key(group), List.of());
  }

  public Collection<Resource> all(SlotType type) {
    return Collections.unmodifiableCollection(resources.getOrDefault(type, Map.of()).values());
  }

  public Optional<Resource> find(SlotType type, String name) {
    return Optional.ofNullable(resources.getOrDefault(type, Map.of()).get(key(name)));
  }

  /** The hosts that have a resource, in inventory order. */
  public List<String> hostsOf(Resource resource) {
    var names = new LinkedHashSet<String>();
    for (var place : resource.on()) {
      host(place).ifPresentOrElse(h -> names.add(h.name()), () -> names.addAll(members(place)));
    }
    return hosts.values().stream().map(Host::name).filter(names::contains).toList();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
