package dev.parley.demo;

import dev.parley.intent.SlotType;
import dev.parley.inventory.Endpoint;
import dev.parley.inventory.Endpoints;
import dev.parley.inventory.Host;
import dev.parley.inventory.HostPorts;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.Resource;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hosts of the demo estate, as SSH servers on loopback with real processes for services that
 * listen on real ports. Its keys are made at each start and are never written anywhere.
 */
public final class DemoFleet implements Closeable {
  private static final Logger LOG = System.getLogger(DemoFleet.class.getName());
  private static final String USER = "demo";
  private static final int SSH = 22;
  private static final String SSHD = "sshd";

  /** So that whoever asked for a reboot hears that it was begun. */
  private static final Duration BEFORE_GOING = Duration.ofMillis(200);

  private static final Duration AWAY = Duration.ofSeconds(3);

  private final KeyPairGenerator keys = keyGenerator();
  private final KeyPair login = keys.generateKeyPair();
  private final FleetServer server = new FleetServer(login.getPublic());
  private final DemoPorts ports;
  private final DemoCertificates certificates = new DemoCertificates(keys);
  private final Map<String, DemoHost> hosts = new LinkedHashMap<>();
  private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
  private final ScheduledExecutorService power =
      Executors.newSingleThreadScheduledExecutor(DemoFleet::thread);
  private final Duration away;
  private final Machine machine = new Machine();

  private DemoFleet(Duration away) throws IOException {
    ports = new DemoPorts();
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
        add(inventory, host);
      }
    }
  }

  /** Where the hosts really are. Nothing else is ever connected to from a demo. */
  public Endpoints endpoints() {
    return this::endpoint;
  }

  /** Where the ports of the hosts really are. */
  public HostPorts ports() {
    return new HostPorts() {
      @Override
      public Optional<InetAddress> address(Host host) {
        return hosts.containsKey(host.name())
            ? Optional.of(InetAddress.getLoopbackAddress())
            : Optional.empty();
      }

      @Override
      public Optional<InetSocketAddress> of(Host host, int port) {
        return listening(host, port)
            .map(real -> new InetSocketAddress(InetAddress.getLoopbackAddress(), real));
      }
    };
  }

  private Optional<Integer> listening(Host host, int port) {
    if (port == SSH) {
      return services(host.name())
          .filter(service -> service.name().equals(SSHD) && service.running().isPresent())
          .map(service -> endpoint(host).port())
          .findFirst();
    }
    return services(host.name())
        .filter(service -> Listening.of(service.name()).filter(l -> l.port() == port).isPresent())
        .flatMap(service -> service.port().stream())
        .findFirst();
  }

  private Stream<DemoService> services(String host) {
    var demo = hosts.get(host);
    return demo == null ? Stream.of() : demo.services().stream();
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
    return hosts.keySet().stream()
        .flatMap(this::services)
        .flatMap(service -> service.running().stream())
        .map(DemoService.Running::handle)
        .toList();
  }

  private void add(Inventory inventory, Host host) throws IOException {
    var key = keys.generateKeyPair();
    var logs = new LogFiles(host.name());
    var services =
        inventory.all(SlotType.SERVICE).stream()
            .filter(service -> inventory.hostsOf(service).contains(host.name()))
            .map(service -> service(service, host, logs))
            .toList();
    var demo = new DemoHost(host, services, logs, machine, () -> reboot(host.name(), key));
    hosts.put(host.name(), demo);
    demo.start();
    open(demo, key);
  }

  private DemoService service(Resource service, Host host, LogFiles logs) {
    var unit = service.attributes().getOrDefault("unit", service.name());
    var path = service.attributes().getOrDefault("log", "/var/log/" + unit + ".log");
    return new DemoService(service.name(), unit, logs.log(path), it -> door(it, host));
  }

  /** The port of a service, or null for one that has none; that of sshd is always open. */
  private DemoPorts.@Nullable Door door(DemoService service, Host host) throws IOException {
    var listening = Listening.of(service.name());
    if (listening.isEmpty()) {
      return null;
    }
    var page = new WebPage(service.name(), host.name(), service::says);
    return switch (listening.get().kind()) {
      case WEB -> ports.open(page::serve);
      case SECURE_WEB ->
          ports.open(
              caller -> page.serve(certificates.secured(caller, host.name(), host.address())));
      case OTHER -> ports.open(caller -> {});
    };
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
    var host = hosts.get(name);
    if (host != null) {
      power.schedule(() -> goDown(host), BEFORE_GOING.toMillis(), TimeUnit.MILLISECONDS);
      power.schedule(
          () -> comeUp(host, key), BEFORE_GOING.plus(away).toMillis(), TimeUnit.MILLISECONDS);
    }
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
    hosts.values().forEach(DemoHost::close);
    ports.close();
    server.close();
  }
}
