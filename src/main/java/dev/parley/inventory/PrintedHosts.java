package dev.parley.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.inventory.AnsibleGroups.Place;
import dev.parley.inventory.AnsibleGroups.Setting;
import dev.parley.inventory.ProgramRun.FailedException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a program printed, in Ansible's form for dynamic inventories: groups with {@code hosts},
 * {@code vars} and {@code children}, and the variables of hosts under {@code _meta}.
 */
final class PrintedHosts {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String META = "_meta";
  private static final String VARIABLES = "hostvars";

  private final ObjectNode root;

  private PrintedHosts(ObjectNode root) {
    this.root = root;
  }

  /**
   * Asks the program for everything; for each host by itself only when it does not tell at once.
   */
  static PrintedHosts ask(ProgramRun program) throws FailedException {
    var printed = parse(program.output("--list"), "--list");
    var hosts = printed.hosts();
    if (!printed.root.path(META).has(VARIABLES)) {
      var variables = printed.root.putObject(META).putObject(VARIABLES);
      for (var host : hosts) {
        var text = program.output("--host", host);
        variables.set(host, text.isBlank() ? JSON.createObjectNode() : object(text, "--host"));
      }
    }
    return printed;
  }

  static PrintedHosts parse(String text, String option) throws FailedException {
    var printed = new PrintedHosts(object(text, option));
    printed.check();
    return printed;
  }

  private static ObjectNode object(String text, String option) throws FailedException {
    try {
      if (JSON.readTree(text) instanceof ObjectNode object) {
        return object;
      }
      throw new FailedException("What it prints with " + option + " is no JSON object.");
    } catch (JsonProcessingException e) {
      throw new FailedException("What it prints with " + option + " is no JSON.");
    }
  }

  private void check() throws FailedException {
    for (var group : groups()) {
      name(group.getKey());
      for (var list : List.of(hosts(group), children(group))) {
        if (!list.isMissingNode() && !list.isArray()) {
          throw new FailedException("Of the group " + group.getKey() + " it prints no list.");
        }
        for (var name : list) {
          name(name.asText());
        }
      }
    }
  }

  private static void name(String name) throws FailedException {
    if (!HostBuilder.isName(name)) {
      throw new FailedException("It prints a name that is none: " + name + ".");
    }
  }

  private Set<Map.Entry<String, JsonNode>> groups() {
    var groups = new LinkedHashSet<>(root.properties());
    groups.removeIf(entry -> entry.getKey().equals(META));
    return groups;
  }

  /** A list is a list of hosts; a map with none of the three keys is a host with its variables. */
  private static JsonNode hosts(Map.Entry<String, JsonNode> group) {
    var value = group.getValue();
    if (!value.isObject()) {
      return value;
    }
    return simple(value) ? JSON.createArrayNode().add(group.getKey()) : value.path("hosts");
  }

  private static JsonNode children(Map.Entry<String, JsonNode> group) {
    return group.getValue().path("children");
  }

  private static boolean simple(JsonNode group) {
    return group.isObject() && !(group.has("hosts") || group.has("vars") || group.has("children"));
  }

  private Set<String> hosts() {
    var names = new LinkedHashSet<String>();
    groups().forEach(group -> hosts(group).forEach(host -> names.add(host.asText())));
    return names;
  }

  /** Adds everything to what is known. */
  void addTo(AnsibleGroups groups, String file) {
    var place = new Place(file, 1);
    for (var entry : groups()) {
      if (simple(entry.getValue())) {
        settings(entry.getValue(), place, groups.host(entry.getKey(), place));
        continue;
      }
      var group = groups.group(entry.getKey());
      hosts(entry)
          .forEach(
              host -> {
                group.hosts.add(host.asText());
                groups.host(host.asText(), place);
              });
      children(entry)
          .forEach(
              child -> {
                groups.group(child.asText());
                group.children.putIfAbsent(child.asText(), place);
              });
      settings(entry.getValue().path("vars"), place, group.vars);
    }
    var variables = root.path(META).path(VARIABLES);
    hosts().forEach(host -> settings(variables.path(host), place, groups.host(host, place)));
  }

  private static void settings(JsonNode variables, Place place, Map<String, Setting> into) {
    variables
        .properties()
        .forEach(
            variable ->
                text(variable.getValue())
                    .filter(text -> variable.getKey().startsWith("ansible_"))
                    .ifPresent(text -> into.put(variable.getKey(), new Setting(text, place))));
  }

  private static Optional<String> text(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }

  /** As it can be parsed again. */
  String json() {
    return root.toString();
  }
}
