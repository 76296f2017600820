package dev.parley.inventory;

import dev.parley.intent.SlotType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Environments and severities that exist where the estate declares none of their kind, and what
 * people call groups that are named in short.
 */
final class UsualNames {
  private static final List<Resource> ALL =
      List.of(
          named(SlotType.ENVIRONMENT, "development", "dev"),
          named(SlotType.ENVIRONMENT, "staging", "stage"),
          named(SlotType.ENVIRONMENT, "production", "prod", "live"),
          named(SlotType.SEVERITY, "sev1", "critical"),
          named(SlotType.SEVERITY, "sev2", "major"),
          named(SlotType.SEVERITY, "sev3", "minor"));

  private static final Map<String, List<String>> GROUPS =
      Map.ofEntries(
          Map.entry("database", List.of("db", "databases", "dbs")),
          Map.entry("databases", List.of("db", "database", "dbs")),
          Map.entry("db", List.of("database", "databases", "dbs")),
          Map.entry("load balancer", List.of("lb", "lbs", "balancer", "loadbalancers")),
          Map.entry("load balancers", List.of("lb", "lbs", "balancer", "loadbalancers")),
          Map.entry("load balancing", List.of("lb", "lbs", "balancer", "loadbalancers")),
          Map.entry("loadbalancer", List.of("lb", "lbs", "balancer", "loadbalancers")),
          Map.entry("loadbalancers", List.of("lb", "lbs", "balancer", "loadbalancer")),
          Map.entry("balancers", List.of("lb", "lbs", "balancer", "loadbalancers")),
          Map.entry("application", List.of("app", "apps", "applications")),
          Map.entry("caching", List.of("cache", "caches")),
          Map.entry("queue", List.of("mq", "queues", "mqs", "broker", "brokers")),
          Map.entry("message queue", List.of("mq", "queue", "queues", "broker")),
          Map.entry("monitoring", List.of("mon", "monitor", "monitors")),
          Map.entry("mail", List.of("mx", "smtp", "mailers")));

  /** Of those, what says by itself that it is hosts. */
  static final List<String> ALONE =
      List.of("load balancer", "load balancers", "loadbalancer", "loadbalancers", "balancers");

  private UsualNames() {}

  /** The names that a group may have which people call so. */
  static List<String> ofGroup(String called) {
    return GROUPS.getOrDefault(called, List.of());
  }

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
