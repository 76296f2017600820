package dev.parley.inventory;

import dev.parley.intent.Problem;
import dev.parley.intent.YamlNode;
import dev.parley.inventory.AnsibleGroups.Place;
import dev.parley.inventory.AnsibleGroups.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads Ansible's YAML format: groups with {@code hosts}, {@code children} and {@code vars}. */
final class AnsibleYaml {
  private final AnsibleGroups into;
  private final String file;

  private AnsibleYaml(AnsibleGroups into, String file) {
    this.into = into;
    this.file = file;
  }

  static void read(Path path, String file, AnsibleGroups into, List<Problem> problems) {
    var reader = new AnsibleYaml(into, file);
    YamlNode.read(path, file, problems)
        .ifPresent(root -> root.map("an inventory").forEach(reader::group));
  }

  private void group(String name, YamlNode node) {
    if (!HostBuilder.isName(name)) {
      node.problem("A group is not named " + name + ".", HostBuilder.NAMES);
    }
    var group = into.group(name);
    var map = node.map("a group").only("hosts", "children", "vars");
    map.get("hosts")
        .ifPresent(hosts -> hosts.map("hosts").forEach((host, vars) -> hosts(group, host, vars)));
    map.get("vars").ifPresent(vars -> settings(vars, group.vars));
    map.get("children")
        .ifPresent(
            children ->
                children
                    .map("children")
                    .forEach(
                        (child, below) -> {
                          group.children.putIfAbsent(child, place(below));
                          group(child, below);
                        }));
  }

  private void hosts(AnsibleGroups.Group group, String pattern, YamlNode vars) {
    var names = HostRange.expand(pattern);
    if (names.isEmpty()) {
      vars.problem(
          "The range in " + pattern + " makes no sense.", "Write it like web-[01:03] or db-[a:f].");
    }
    for (var name : names.orElse(List.of())) {
      if (!HostBuilder.isName(name)) {
        vars.problem("A host is not named " + name + ".", HostBuilder.NAMES);
      }
      group.hosts.add(name);
      settings(vars, into.host(name, place(vars)));
    }
  }

  private void settings(YamlNode vars, Map<String, Setting> settings) {
    vars.map("variables")
        .forEach(
            (name, value) -> {
              if (name.startsWith("ansible_") && !value.empty()) {
                value
                    .text(name)
                    .ifPresent(text -> settings.put(name, new Setting(text, place(value))));
              }
            });
  }

  private Place place(YamlNode node) {
    return new Place(file, node.line());
  }
}
