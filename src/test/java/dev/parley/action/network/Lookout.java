package dev.parley.action.network;

import dev.parley.action.ActiveRun;
import dev.parley.action.Samples;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.ActionSpec.Network.Check;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.intent.Risk;
import dev.parley.intent.RiskRule;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.Host;
import dev.parley.inventory.HostPorts;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.NetworkSettings;
import dev.parley.inventory.Reachable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at the network as an intent would, with name lookups and an estate of the test's own. */
final class Lookout {
  private static final List<Slot> SLOTS =
      List.of(
          new Slot("host", SlotType.HOST, false, true, "", null, true),
          new Slot("port", SlotType.PORT, false, true, "", null),
          new Slot("url", SlotType.URL, false, true, "", null),
          new Slot("domain", SlotType.DOMAIN, false, true, "", null),
          new Slot("record_type", SlotType.RECORD_TYPE, false, true, "", null));

  private final Map<String, String> names = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private List<Host> hosts = List.of();
  private NetworkSettings settings = NetworkSettings.USUAL;
  private Clock clock = Clock.systemUTC();
  private int ownPort;

  /** A name that leads to these addresses, with commas between them. */
  Lookout knows(String name, String addresses) {
    names.put(name, addresses);
    return this;
  }

  Lookout reaches(String... places) {
    settings =
        new NetworkSettings(
            Stream.of(places).map(p -> Reachable.parse(p).orElseThrow()).toList(),
            settings.nameServers(),
            settings.whois());
    return this;
  }

  Lookout asks(String nameServer) {
    settings = new NetworkSettings(settings.reachable(), List.of(nameServer), settings.whois());
    return this;
  }

  Lookout asksWhois(String server) {
    settings = new NetworkSettings(settings.reachable(), settings.nameServers(), server);
    return this;
  }

  Lookout at(Clock time) {
    clock = time;
    return this;
  }

  Lookout listensOn(int port) {
    ownPort = port;
    return this;
  }

  Lookout has(Host... inventory) {
    hosts = List.of(inventory);
    return this;
  }

  /** The names that were looked up, in order. */
  List<String> asked() {
    return asked;
  }

  Outcome ping(String host) {
    return run(Check.PING, "{host}", Map.of("host", host));
  }

  Outcome port(String host, int port) {
    return run(Check.PORT, "{host}", Map.of("host", host, "port", Integer.toString(port)));
  }

  Outcome url(String url) {
    return run(Check.URL, "{url}", Map.of("url", url));
  }

  Outcome certificate(String domain, int port) {
    return run(Check.CERTIFICATE, "{domain}", Map.of("domain", domain, "port", "" + port));
  }

  Outcome dns(String domain, String... types) {
    var values = new HashMap<>(Map.of("domain", domain));
    if (types.length > 0) {
      values.put("record_type", String.join(",", types));
    }
    return run(Check.DNS, "{domain}", values);
  }

  Outcome whois(String domain) {
    return run(Check.WHOIS, "{domain}", Map.of("domain", domain));
  }

  private Outcome run(Check check, String target, Map<String, String> values) {
    var spec =
        new ActionSpec.Network(
            check,
            target,
            values.containsKey("port") ? "{port}" : null,
            values.containsKey("record_type") ? "{record_type}" : null,
            Duration.ofSeconds(10));
    var intent =
        new Intent(
            "look",
            "Look",
            List.of(new RiskRule(Map.of(), Risk.LOW)),
            null,
            false,
            SLOTS,
            spec,
            Map.of(),
            "1");
    var request = new ActionRequest("look", slots(values));
    var estate = new Inventory(false, hosts, Map.of(), List.of(), settings);
    var destinations = new Destinations(this::resolve, HostPorts.asListed(), () -> ownPort);
    var action = new NetworkAction(destinations, Path.of("target/work"), clock);
    var plan = action.plan(intent, request, estate);
    return action.run(intent, request, plan, estate, new ActiveRun("test"));
  }

  private static Map<String, List<SlotValue>> slots(Map<String, String> values) {
    var slots = new HashMap<String, List<SlotValue>>();
    values.forEach((slot, value) -> slots.put(slot, Samples.values(value.split(","))));
    return slots;
  }

  private List<InetAddress> resolve(String name) throws UnknownHostException {
    asked.add(name);
    var addresses = new ArrayList<InetAddress>();
    for (var address : names.getOrDefault(name, name).split(",")) {
      if (NumericForm.address(address).isEmpty()) {
        throw new UnknownHostException(address);
      }
      addresses.add(InetAddress.getByName(address));
    }
    return addresses;
  }
}
