package dev.parley.inventory;

import dev.parley.intent.Problem;
import dev.parley.intent.YamlNode;
import dev.parley.inventory.AnsibleGroups.Place;
import dev.parley.inventory.AnsibleGroups.Setting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads Ansible's YAML format: groups with {@code hosts}, {@code children} and {@code vars}. */
final class AnsibleYaml {
  private final AnsibleGroups into;
  private final String file;

  private AnsibleYaml(AnsibleGroups into, String file) {
    this.into = into;
    this.file = file;
  }

  static void read(Path path, String file, AnsibleGroups into, List<Problem> problems) {
    YamlNode.read(path, file, problems).ifPresent(new AnsibleYaml(into, file)::inventory);
  }

  private void inventory(YamlNode root) {
    var map = root.map("an inventory");
    if (map.has("plugin")) {
      map.key("plugin")
          .problem(
              "Ansible's inventory plugins are not run.",
              "Write an executable file instead that prints: ansible-inventory -i FILE --list.");
      return;
    }
    map.forEach(this::group);
  }

  private void group(String name, YamlNode node) {
    if (!HostBuilder.isName(name)) {
      node.problem("A group is not named " + name + ".", HostBuilder.NAMES);
    }
    var group = into.group(name);
    var map = node.map("a group").only("hosts", "children", "vars");
    map.get("hosts")
        .ifPresent(hosts -> entries(hosts, "hosts", (host, vars) -> hosts(group, host, vars)));
    map.get("vars").ifPresent(vars -> AnsibleVariables.read(vars, file, group.vars));
    map.get("children")
        .ifPresent(
            children ->
                entries(
                    children,
                    "children",
                    (child, below) -> {
                      group.children.putIfAbsent(child, place(below));
                      into.group(child);
                      if (below != children) {
                        group(child, below);
                      }
                    }));
  }

  /** A single name may stand where a map of names is meant. */
  private static void entries(YamlNode node, String name, BiConsumer<String, YamlNode> each) {
    if (node.isMap() || node.isList()) {
      node.map(name).forEach(each);
    } else {
      node.text(name).ifPresent(single -> each.accept(single, node));
    }
  }

  private void hosts(AnsibleGroups.Group group, String pattern, YamlNode vars) {
    var names = HostRange.expand(pattern);
    if (names.isEmpty()) {
      vars.problem(
          "The range in " + pattern + " makes no sense.", "Write it like web-[01:03] or db-[a:f].");
    }
    var own = new LinkedHashMap<String, Setting>();
    if (vars.isMap() || vars.isList()) {
      AnsibleVariables.read(vars, file, own);
    }
    for (var written : names.orElse(List.of())) {
      var named = NamedPort.of(written);
      if (!HostBuilder.isName(named.name())) {
        // and so are all of a range
        vars.problem("A host is not named " + named.name() + ".", HostBuilder.NAMES);
        return;
      }
      group.hosts.add(named.name());
      var settings = into.host(named.name(), place(vars));
      named.setting(place(vars)).ifPresent(port -> settings.put(NamedPort.VARIABLE, port));
      settings.putAll(own);
    }
  }

  private Place place(YamlNode node) {
    return new Place(file, node.line());
  }
}
