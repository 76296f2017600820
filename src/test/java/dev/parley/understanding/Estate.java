package dev.parley.understanding;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Risk;
import dev.parley.intent.RiskRule;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.Resource;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small estate with its catalogue, and a scorer that goes by the first verb it knows. */
final class Estate {
  static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("web", List.of("web-01", "web-02", "web-03"));
    GROUPS.put("app", List.of("app-01", "app-02"));
    GROUPS.put("db", List.of("db-01", "db-02"));
    GROUPS.put("cache", List.of("cache-01"));
    GROUPS.put("lb", List.of("lb-01"));
  }

  static final Inventory INVENTORY =
      new Inventory(
          true,
          List.of(
              host("web-01", 24),
              host("web-02", 25),
              host("web-03", 26),
              host("app-01", 30),
              host("app-02", 31),
              host("db-01", 40),
              host("db-02", 41),
              host("cache-01", 50),
              host("lb-01", 60)),
          GROUPS,
          List.of(
              of(SlotType.SERVICE, "apache", "httpd", "apache2"),
              of(SlotType.SERVICE, "nginx"),
              of(SlotType.SERVICE, "postgresql", "postgres", "pg"),
              of(SlotType.SERVICE, "redis"),
              of(SlotType.SERVICE, "haproxy"),
              of(SlotType.SERVICE, "tomcat"),
              of(SlotType.SERVICE, "jenkins"),
              of(SlotType.SERVICE, "rabbitmq", "rabbit"),
              of(SlotType.SERVICE, "memcached"),
              of(SlotType.SERVICE, "sshd"),
              of(SlotType.APPLICATION, "search"),
              of(SlotType.APPLICATION, "auth", "login service"),
              of(SlotType.ENVIRONMENT, "production", "prod", "live"),
              of(SlotType.CACHE, "pages")));

  static final EntityResolver RESOLVER = new EntityResolver(INVENTORY);

  static final Slot SERVICE = slot("service", SlotType.SERVICE);
  static final Slot HOST = slot("host", SlotType.HOST);
  static final Slot COUNT = slot("count", SlotType.COUNT);
  static final Slot PATH = slot("path", SlotType.PATH);
  static final Slot NOTE = slot("note", SlotType.TEXT);

  static final IntentCatalog CATALOG =
      new IntentCatalog(
          List.of(
              intent("restart_service", Risk.HIGH, SERVICE, HOST),
              intent("stop_service", Risk.HIGH, SERVICE, HOST),
              intent("start_service", Risk.MEDIUM, SERVICE, HOST),
              intent("reload_service", Risk.MEDIUM, SERVICE, HOST),
              intent("service_status", Risk.LOW, SERVICE, HOST),
              intent("list_services", Risk.LOW, HOST),
              intent("list_hosts", Risk.LOW, slot("group", SlotType.GROUP)),
              intent("cpu_load", Risk.LOW, HOST),
              intent("disk_usage", Risk.LOW, HOST, PATH),
              intent("top_processes", Risk.LOW, HOST, COUNT),
              intent("leave_note", Risk.MEDIUM, HOST, NOTE)));

  static final Intent RESTART = CATALOG.get("restart_service");

  private static final Map<String, String> VERBS = new LinkedHashMap<>();

  static {
    VERBS.put("restart|bounce", "restart_service");
    VERBS.put("reload", "reload_service");
    VERBS.put("stop|halt", "stop_service");
    VERBS.put("start", "start_service");
    VERBS.put("load", "cpu_load");
    VERBS.put("disk|space", "disk_usage");
    VERBS.put("processes", "top_processes");
    VERBS.put("list hosts|which hosts|hosts in|web hosts", "list_hosts");
    VERBS.put("services", "list_services");
    VERBS.put("running|status|up|responding", "service_status");
  }

  private Estate() {}

  static MessageReader reader() {
    return new MessageReader(CATALOG, INVENTORY, RESOLVER, Estate::score);
  }

  static IntentScores score(String raw, String masked) {
    return VERBS.entrySet().stream()
        .filter(e -> raw.toLowerCase().matches("(?s).*\\b(?:" + e.getKey() + ")\\b.*"))
        .findFirst()
        .map(e -> new IntentScores(List.of(new ScoredIntent(e.getValue(), 0.9)), true, true))
        .orElseGet(
            () -> new IntentScores(List.of(new ScoredIntent("cpu_load", 0.2)), false, false));
  }

  static Interpretation read(String text) {
    return read(text, Expectation.none());
  }

  static Interpretation read(String text, Expectation expectation) {
    return reader().read(utterance(text), expectation);
  }

  static Expectation confirming() {
    return new Expectation(RESTART, null, List.of(), true);
  }

  static Expectation asking(Slot slot, String... choices) {
    return new Expectation(RESTART, slot, Arrays.asList(choices), false);
  }

  static Utterance utterance(String text) {
    return new Utterance("m", new ConversationId("test", "c"), speaker(), text, Instant.EPOCH);
  }

  private static Speaker speaker() {
    return Speaker.of("test", "jason");
  }

  private static Host host(String name, int last) {
    return new Host(name, "192.168.0." + last, 22, null, null, true);
  }

  private static Resource of(SlotType type, String name, String... aliases) {
    return new Resource(type, name, List.of(aliases), Map.of(), List.of());
  }

  private static Slot slot(String name, SlotType type) {
    return new Slot(name, type, true, true, "Which " + name + "?", null);
  }

  private static Intent intent(String name, Risk risk, Slot... slots) {
    return new Intent(
        name,
        "Does " + name.replace('_', ' '),
        List.of(new RiskRule(Map.of(), risk)),
        null,
        false,
        List.of(slots),
        new ActionSpec.Lookup("hosts"),
        Map.of(),
        "1");
  }
}
