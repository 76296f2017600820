package dev.parley.demo;

import dev.parley.intent.SlotType;
import dev.parley.inventory.Endpoint;
import dev.parley.inventory.Endpoints;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The hosts of the demo estate, as SSH servers on loopback with real processes for services. Its
 * keys are made at each start and are never written anywhere.
 */
public final class DemoFleet implements Closeable {
  private static final Logger LOG = System.getLogger(DemoFleet.class.getName());
  private static final String USER = "demo";

  /** So that whoever asked for a reboot hears that it was begun. */
  private static final Duration BEFORE_GOING = Duration.ofMillis(200);

  private static final Duration AWAY = Duration.ofSeconds(3);

  private final KeyPairGenerator keys = keyGenerator();
  private final KeyPair login = keys.generateKeyPair();
  private final FleetServer server = new FleetServer(login.getPublic());
  private final List<DemoHost> hosts = new ArrayList<>();
  private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
  private final ScheduledExecutorService power =
      Executors.newSingleThreadScheduledExecutor(DemoFleet::thread);
  private final Duration away;
  private final Machine machine = new Machine();

  private DemoFleet(Duration away) {
    this.away = away;
  }

  /** Starts a demo host for each host of an inventory, with the services that are listed on it. */
  public static DemoFleet start(Inventory inventory) throws IOException {
    return start(inventory, AWAY);
  }

  /**
   * @param away for how long a host is away that reboots
   */
  static DemoFleet start(Inventory inventory, Duration away) throws IOException {
    var fleet = new DemoFleet(away);
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
        add(host, services(inventory, host));
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

  private void add(Host host, List<DemoService> services) throws IOException {
    var key = keys.generateKeyPair();
    var demo = new DemoHost(host.name(), services, machine, () -> reboot(host.name(), key));
    hosts.add(demo);
    demo.start();
    open(demo, key);
  }

  /** A port of its own; another one each time the host starts. */
  private void open(DemoHost demo, KeyPair key) throws IOException {
    endpoints.put(
        demo.name(),
        new Endpoint(
            InetAddress.getLoopbackAddress().getHostAddress(),
            server.open(demo, key),
            USER,
            null,
            login,
            key.getPublic()));
  }

  private void reboot(String name, KeyPair key) {
    hosts.stream()
        .filter(host -> host.name().equals(name))
        .forEach(
            host -> {
              power.schedule(() -> goDown(host), BEFORE_GOING.toMillis(), TimeUnit.MILLISECONDS);
              power.schedule(
                  () -> comeUp(host, key),
                  BEFORE_GOING.plus(away).toMillis(),
                  TimeUnit.MILLISECONDS);
            });
  }

  private void goDown(DemoHost host) {
    server.shut(host);
    host.close();
  }

  private void comeUp(DemoHost host, KeyPair key) {
    try {
      host.boot();
      open(host, key);
    } catch (IOException e) {
      // As with a real host that does not come up, nobody hears from it.
      LOG.log(Level.WARNING, "A demo host did not come up. Start the demo again.", e);
    }
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "demo-power");
    thread.setDaemon(true);
    return thread;
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
    power.shutdownNow();
    hosts.forEach(DemoHost::close);
    server.close();
  }
}
