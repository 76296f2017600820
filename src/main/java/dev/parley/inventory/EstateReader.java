package dev.parley.inventory;

import dev.parley.intent.NearNames;
import dev.parley.intent.Problem;
import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.intent.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads {@code estate.yml}: what exists besides hosts, each kind a map of names to aliases, places
 * and attributes.
 */
final class EstateReader {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.+ -]{0,99}");
  private static final Map<String, SlotType> KINDS = new LinkedHashMap<>();
  private static final List<String> KEYS =
      List.of("aliases", "on", "unit", "log", "description", "sql", "connection");

  static {
    KINDS.put("services", SlotType.SERVICE);
    KINDS.put("applications", SlotType.APPLICATION);
    KINDS.put("environments", SlotType.ENVIRONMENT);
    KINDS.put("teams", SlotType.TEAM);
    KINDS.put("databases", SlotType.DATABASE);
    KINDS.put("caches", SlotType.CACHE);
    KINDS.put("jobs", SlotType.JOB);
    KINDS.put("queries", SlotType.QUERY);
    KINDS.put("severities", SlotType.SEVERITY);
  }

  private final List<String> hosts;
  private final Map<String, List<String>> groups;
  private final List<Resource> resources = new ArrayList<>();

  /** Every name and alias of the kind that is being read, with whose it is. */
  private final Map<String, String> taken = new LinkedHashMap<>();

  private EstateReader(List<String> hosts, Map<String, List<String>> groups) {
    this.hosts = hosts;
    this.groups = groups;
  }

  static boolean isEstate(String fileName) {
    return fileName.equals("estate.yml") || fileName.equals("estate.yaml");
  }

  /** What the file declares; what it does not declare of {@link UsualNames} exists anyhow. */
  static List<Resource> read(
      Path file,
      String shownAs,
      List<String> hosts,
      Map<String, List<String>> groups,
      List<Problem> problems) {
    var reader = new EstateReader(hosts, groups);
    YamlNode.read(file, shownAs, problems).ifPresent(reader::readKinds);
    return reader.resources;
  }

  private void readKinds(YamlNode root) {
    var sections = new ArrayList<>(KINDS.keySet());
    sections.add(NetworkSection.KEY);
    var map = root.map("the estate").only(sections.toArray(String[]::new));
    KINDS.forEach((key, type) -> map.get(key).ifPresent(node -> readKind(key, type, node)));
  }

  private void readKind(String key, SlotType type, YamlNode node) {
    taken.clear();
    var map = node.map(key);
    map.forEach((name, value) -> take(name, name, map.key(name)));
    map.forEach((name, value) -> resources.add(resource(type, name, value)));
  }

  private void take(String name, String owner, YamlNode where) {
    if (!NAME.matcher(name).matches()) {
      where.problem(
          "Nothing is named \"" + name + "\".",
          "Begin with a letter or digit; go on with those, spaces, dots, - and _.");
    }
    var other = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), owner);
    if (other != null && !(other.equals(owner) && name.equals(owner))) {
      where.problem(
          "The name " + name + " belongs to " + other + " already.", "Keep one of the two.");
    }
  }

  private Resource resource(SlotType type, String name, YamlNode node) {
    var attributes = new LinkedHashMap<String, String>();
    var aliases = new ArrayList<String>();
    var on = new ArrayList<String>();
    node.map(name)
        .forEach(
            (key, value) -> {
              if (key.equals("aliases")) {
                value.items().forEach(item -> alias(item, name, aliases));
              } else if (key.equals("on")) {
                value.items().forEach(item -> place(item, on));
              } else {
                attribute(key, value, attributes);
              }
            });
    if (type == SlotType.SERVICE) {
      attributes.putIfAbsent("unit", name);
    }
    return new Resource(type, name, aliases, attributes, on);
  }

  private void alias(YamlNode item, String owner, List<String> aliases) {
    item.text("an alias")
        .ifPresent(
            alias -> {
              take(alias, owner, item);
              aliases.add(alias);
            });
  }

  private void place(YamlNode item, List<String> on) {
    var place = item.text("a host or group").orElse("");
    if (place.equals(AnsibleGroups.ALL)) {
      on.addAll(hosts);
      return;
    }
    var known = new ArrayList<>(groups.keySet());
    known.addAll(hosts);
    if (!place.isEmpty() && known.stream().noneMatch(place::equalsIgnoreCase)) {
      item.problem(
          "There is no host or group " + place + ".",
          NearNames.didYouMean(place, known, "Declare it in the Ansible inventory."));
    }
    on.add(place);
  }

  private static void attribute(String key, YamlNode value, Map<String, String> attributes) {
    if (!KEYS.contains(key)) {
      KEYS.stream()
          .filter(known -> nearlySame(key, known))
          .findFirst()
          .ifPresent(
              near ->
                  value.problem("There is no key " + key + " here.", "Did you mean " + near + "?"));
    }
    var text = value.empty() ? java.util.Optional.<String>empty() : value.text(key);
    if (text.isPresent() && (text.get().startsWith("-") || !SlotForms.printable(text.get()))) {
      value.problem(
          "The " + key + " cannot be an argument of a command.",
          "Do not begin it with a hyphen; remove hidden characters.");
    }
    text.ifPresent(t -> attributes.put(key, t));
  }

  private static boolean nearlySame(String key, String known) {
    return key.length() > 3 && (known.startsWith(key) || NearNames.distance(key, known, 1) <= 1);
  }
}
