package dev.parley.demo;

import dev.parley.intent.SlotType;
import dev.parley.inventory.Endpoint;
import dev.parley.inventory.Endpoints;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The hosts of the demo estate, as SSH servers on loopback with real processes for services. Its
 * keys are made at each start and are never written anywhere.
 */
public final class DemoFleet implements Closeable {
  private static final String USER = "demo";

  private final KeyPairGenerator keys = keyGenerator();
  private final KeyPair login = keys.generateKeyPair();
  private final FleetServer server = new FleetServer(login.getPublic());
  private final List<DemoHost> hosts = new ArrayList<>();
  private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
  private final Machine machine = new Machine();

  private DemoFleet() {}

  /** Starts a demo host for each host of an inventory, with the services that are listed on it. */
  public static DemoFleet start(Inventory inventory) throws IOException {
    var fleet = new DemoFleet();
    try {
      fleet.extend(inventory);
      return fleet;
    } catch (IOException e) {
      fleet.close();
      throw e;
    }
  }

  /** Starts what an inventory has and the fleet has not; what runs is left alone. */
  public synchronized void extend(Inventory inventory) throws IOException {
    for (var host : inventory.hosts()) {
      if (!endpoints.containsKey(host.name())) {
        add(host, new DemoHost(host.name(), services(inventory, host), machine));
      }
    }
  }

  /** Where the hosts really are. Nothing else is ever connected to from a demo. */
  public Endpoints endpoints() {
    return this::endpoint;
  }

  private Endpoint endpoint(Host host) {
    var endpoint = endpoints.get(host.name());
    if (endpoint == null) {
      throw new IllegalArgumentException(
          "%s is not part of the demo fleet that runs; start the demo again."
              .formatted(host.name()));
    }
    return endpoint;
  }

  /** The processes that stand for services now. */
  List<ProcessHandle> processes() {
    return hosts.stream()
        .flatMap(host -> host.services().stream())
        .flatMap(service -> service.running().stream())
        .map(DemoService.Running::handle)
        .toList();
  }

  private static List<DemoService> services(Inventory inventory, Host host) {
    return inventory.all(SlotType.SERVICE).stream()
        .filter(service -> inventory.hostsOf(service).contains(host.name()))
        .map(
            service ->
                new DemoService(
                    service.name(), service.attributes().getOrDefault("unit", service.name())))
        .toList();
  }

  private void add(Host host, DemoHost demo) throws IOException {
    hosts.add(demo);
    demo.start();
    var key = keys.generateKeyPair();
    int port = server.open(demo, key);
    endpoints.put(
        host.name(),
        new Endpoint(
            InetAddress.getLoopbackAddress().getHostAddress(),
            port,
            USER,
            null,
            login,
            key.getPublic()));
  }

  private static KeyPairGenerator keyGenerator() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator;
    } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
      throw new IllegalStateException("Every Java runtime has the curve P-256.", e);
    }
  }

  @Override
  public void close() throws IOException {
    hosts.forEach(DemoHost::close);
    server.close();
  }
}
