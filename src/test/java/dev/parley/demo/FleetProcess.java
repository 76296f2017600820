package dev.parley.demo;

import dev.parley.intent.SlotType;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A process of its own that holds a fleet of nine hosts, to be killed by a test. */
final class FleetProcess {
  private FleetProcess() {}

  /** Prints how long the fleet took to start, then the ids of its processes, then waits. */
  public static void main(String[] args) throws IOException {
    long began = System.nanoTime();
    var fleet = DemoFleet.start(nineHosts());
    System.out.println((System.nanoTime() - began) / 1_000_000);
    fleet.processes().forEach(process -> System.out.println(process.pid()));
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Whatever comes, it waits for the end of its input.
    }
    fleet.close();
  }

  private static Inventory nineHosts() {
    var groups = new LinkedHashMap<String, List<String>>();
    groups.put("web", List.of("web-01", "web-02", "web-03"));
    groups.put("app", List.of("app-01", "app-02"));
    groups.put("db", List.of("db-01", "db-02"));
    groups.put("cache", List.of("cache-01"));
    groups.put("lb", List.of("lb-01"));
    var hosts = new ArrayList<Host>();
    groups.values().stream()
        .flatMap(List::stream)
        .forEach(name -> hosts.add(new Host(name, "192.0.2.1", 22, null, null, true)));
    return new Inventory(
        true,
        hosts,
        groups,
        List.of(
            service("apache", "web"),
            service("nginx", "web"),
            service("tomcat", "app"),
            service("rabbitmq", "app"),
            service("jenkins", "app-02"),
            service("postgresql", "db"),
            service("redis", "cache"),
            service("memcached", "cache"),
            service("haproxy", "lb"),
            service("sshd", "web", "app", "db", "cache", "lb")));
  }

  private static Resource service(String name, String... on) {
    return new Resource(SlotType.SERVICE, name, List.of(), Map.of(), List.of(on));
  }
}
