package dev.parley.action;

import dev.parley.conversation.ConversationId;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.Risk;
import dev.parley.intent.RiskRule;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.Resource;
import dev.parley.person.Person;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An estate, intents and people to try actions with. */
public final class Samples {
  public static final ConversationId ROOM = new ConversationId("terminal", "here");
  public static final Person JASON = person("jason");
  public static final Slot SERVICE =
      new Slot("service", SlotType.SERVICE, true, false, "Which?", null);
  public static final Slot HOST = new Slot("host", SlotType.HOST, true, true, "Where?", null);
  public static final Slot PATH = new Slot("path", SlotType.PATH, false, false, "Where?", null);

  private Samples() {}

  public static Person person(String name) {
    return new Person(name, name, Set.of("operator"), List.of(), ZoneOffset.UTC, false);
  }

  public static Host host(String name, String address) {
    return new Host(name, address, 22, "deploy", null, true);
  }

  /** Two web hosts with apache and nginx, and a database host. */
  public static Inventory estate() {
    return estate(
        host("web-01", "192.168.0.24"),
        host("web-02", "192.168.0.25"),
        host("db-01", "192.168.0.31"));
  }

  public static Inventory estate(Host... hosts) {
    var groups = new LinkedHashMap<String, List<String>>();
    for (var host : hosts) {
      groups
          .computeIfAbsent(host.name().replaceFirst("-.*", ""), name -> new ArrayList<>())
          .add(host.name());
    }
    return new Inventory(true, List.of(hosts), groups, services());
  }

  private static List<Resource> services() {
    return List.of(
        service("apache", Map.of("unit", "apache2"), "web"),
        service("nginx", Map.of(), "web"),
        service("postgresql", Map.of(), "db"));
  }

  private static Resource service(String name, Map<String, String> attributes, String group) {
    return new Resource(SlotType.SERVICE, name, List.of(), attributes, List.of(group));
  }

  public static Intent restart() {
    return intent(
        "restart_service", Risk.HIGH, ssh(true, "systemctl", "restart", "{service.unit}"));
  }

  public static ActionSpec.Ssh ssh(boolean become, String... command) {
    return new ActionSpec.Ssh(
        "{host}", List.of(command), become, Duration.ofSeconds(20), Set.of(0), null);
  }

  public static Intent intent(String name, Risk risk, ActionSpec action, Slot... more) {
    return new Intent(
        name,
        name,
        List.of(new RiskRule(Map.of(), risk)),
        null,
        false,
        Stream.concat(Stream.of(SERVICE, HOST), Stream.of(more)).toList(),
        action,
        Map.of(),
        "1");
  }

  public static ActionRequest restart(String service, String... hosts) {
    return request("restart_service", "host", hosts).with("service", values(service));
  }

  public static ActionRequest request(String intent, String slot, String... values) {
    return ActionRequest.of(intent).with(slot, values(values));
  }

  public static List<SlotValue> values(String... values) {
    return Stream.of(values).map(value -> SlotValue.of(value, value)).toList();
  }
}
