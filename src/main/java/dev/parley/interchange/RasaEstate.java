package dev.parley.interchange;

import dev.parley.intent.Problem;
import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.InventoryReader;
import dev.parley.inventory.Resolution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The names of things that exist, as a Rasa project lists them, beside what a home knows. */
final class RasaEstate {
  private static final Map<SlotType, String> KINDS = new EnumMap<>(SlotType.class);

  static {
    KINDS.put(SlotType.SERVICE, "services");
    KINDS.put(SlotType.APPLICATION, "applications");
    KINDS.put(SlotType.ENVIRONMENT, "environments");
    KINDS.put(SlotType.TEAM, "teams");
    KINDS.put(SlotType.DATABASE, "databases");
    KINDS.put(SlotType.CACHE, "caches");
    KINDS.put(SlotType.JOB, "jobs");
    KINDS.put(SlotType.QUERY, "queries");
    KINDS.put(SlotType.SEVERITY, "severities");
  }

  private final Path inventory;
  private final EntityResolver known;
  private final Map<SlotType, Map<String, Set<String>>> missing = new EnumMap<>(SlotType.class);
  private final Map<SlotType, Place> places = new EnumMap<>(SlotType.class);

  RasaEstate(Path home) {
    inventory = home.resolve("inventory");
    known = new EntityResolver(InventoryReader.read(inventory).inventory());
  }

  /** Whether values of a type can be declared, or are all known already. */
  boolean takes(SlotType type, Map<String, Set<String>> named) {
    return type.kind() != SlotType.Kind.CLOSED
        || KINDS.containsKey(type)
        || type == SlotType.HOST
        || named.keySet().stream().allMatch(name -> knows(type, name));
  }

  private boolean knows(SlotType type, String name) {
    return known.resolve(type, name) instanceof Resolution.Resolved;
  }

  /** Notes the values of a slot that takes only what exists. */
  void add(SlotType type, Map<String, Set<String>> named, Place at) {
    places.putIfAbsent(type, at);
    var into = missing.computeIfAbsent(type, t -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    named.forEach(
        (name, aliases) -> {
          if (!knows(type, name)) {
            into.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(aliases);
          }
        });
  }

  /** The files that declare what nothing declares yet; what they cannot is told. */
  Map<Path, String> files(List<Problem> notes) {
    Map<Path, String> files = new TreeMap<>();
    var hosts = missing.getOrDefault(SlotType.HOST, Map.of());
    var estate = estate();
    if (!hosts.isEmpty() && !Files.isDirectory(inventory)) {
      var lines = String.join("\n", hosts.keySet());
      files.put(
          inventory.resolve("hosts.ini"),
          "# Names of hosts in the Rasa project. An address is written as ansible_host=…\n"
              + "[imported]\n"
              + lines
              + "\n");
    } else {
      tell(SlotType.HOST, hosts, "inventory/hosts.ini", notes);
    }
    boolean there =
        Files.exists(inventory.resolve("estate.yml"))
            || Files.exists(inventory.resolve("estate.yaml"));
    if (!there && !estate.isEmpty()) {
      files.put(
          inventory.resolve("estate.yml"),
          "# Names in the Rasa project, and what they are also called.\n" + estate);
    } else {
      KINDS
          .keySet()
          .forEach(
              type ->
                  tell(type, missing.getOrDefault(type, Map.of()), "inventory/estate.yml", notes));
    }
    return files;
  }

  private String estate() {
    var out = new StringBuilder();
    KINDS.forEach(
        (type, kind) -> {
          var names = missing.getOrDefault(type, Map.of());
          if (!names.isEmpty()) {
            out.append(kind).append(":\n");
            names.forEach((name, aliases) -> out.append(line(name, aliases)));
          }
        });
    return out.toString();
  }

  private static String line(String name, Set<String> aliases) {
    var quoted = new ArrayList<String>();
    aliases.forEach(alias -> quoted.add(Yaml.key(alias)));
    return "  %s: {%s}\n"
        .formatted(
            Yaml.key(name), quoted.isEmpty() ? "" : "aliases: [" + String.join(", ", quoted) + "]");
  }

  private void tell(
      SlotType type, Map<String, Set<String>> names, String file, List<Problem> notes) {
    var at = Optional.ofNullable(places.get(type));
    if (!names.isEmpty() && at.isPresent()) {
      notes.add(
          at.get()
              .tell(
                  "Your inventory knows no %s %s."
                      .formatted(type.label(), String.join(", ", names.keySet())),
                  "Add what exists to " + file + "."));
    }
  }
}
