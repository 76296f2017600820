package dev.parley.inventory;

import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Map;

/** A few hosts and services for tests. */
public final class SmallEstate {
  private SmallEstate() {}

  public static Inventory inventory() {
    return new Inventory(
        false,
        List.of(
            host("web-01", "192.168.0.24"),
            host("web-02", "192.168.0.25"),
            host("web-03", "192.168.0.26"),
            host("cache-01", "192.168.0.54"),
            host("mail.example.com", "192.168.0.70")),
        Map.of("web", List.of("web-01", "web-02", "web-03"), "cache", List.of("cache-01")),
        List.of(
            resource(SlotType.SERVICE, "apache", "httpd", "apache2"),
            resource(SlotType.SERVICE, "nginx"),
            resource(SlotType.SERVICE, "postgresql", "postgres", "pg"),
            resource(SlotType.SERVICE, "sso", "login service"),
            resource(SlotType.ENVIRONMENT, "staging", "stage"),
            resource(SlotType.ENVIRONMENT, "production", "prod", "live"),
            resource(SlotType.APPLICATION, "shop", "storefront")));
  }

  private static Host host(String name, String address) {
    return new Host(name, address, 22, null, null, true);
  }

  private static Resource resource(SlotType type, String name, String... aliases) {
    return new Resource(type, name, List.of(aliases), Map.of("unit", name), List.of("web"));
  }
}
