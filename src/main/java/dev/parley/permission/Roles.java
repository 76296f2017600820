package dev.parley.permission;

import dev.parley.intent.IntentCatalog;
import dev.parley.intent.NearNames;
import dev.parley.intent.YamlMap;
import dev.parley.intent.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The roles of {@code permissions.yml} and what they include. */
final class Roles {
  private final Map<String, List<String>> includes = new LinkedHashMap<>();
  private final Set<String> guest = new LinkedHashSet<>();

  private Roles() {}

  static Roles read(YamlMap file) {
    var roles = new Roles();
    var map = file.get("roles").map(node -> node.map("roles"));
    map.ifPresent(m -> m.forEach((name, node) -> roles.includes.put(name, List.of())));
    map.ifPresent(m -> m.forEach((name, node) -> roles.add(name, m.key(name), node)));
    return roles;
  }

  private void add(String name, YamlNode key, YamlNode node) {
    if (!name.matches("[A-Za-z][A-Za-z0-9_-]{0,63}")) {
      key.problem("A role is not named " + name + ".", "Use letters, digits, - and _.");
    }
    var map = node.map("the role " + name).only("description", "includes", "guest");
    map.text("description");
    if (map.flag("guest", false)) {
      guest.add(name);
    }
    map.get("includes").ifPresent(list -> includes.put(name, known(list)));
    if (expanded(includes.getOrDefault(name, List.of())).contains(name)) {
      key.problem("The role " + name + " would include itself.", "Remove it from includes.");
    }
  }

  /** The declared roles of a list; others are a problem. */
  List<String> known(YamlNode list) {
    var known = new ArrayList<String>();
    for (var item : list.items()) {
      var name = item.text("a role").orElse("");
      if (includes.containsKey(name)) {
        known.add(name);
      } else if (!name.isEmpty()) {
        item.problem(
            "There is no role " + name + ".",
            NearNames.didYouMean(name, includes.keySet(), "Declare it under roles."));
      }
    }
    return known;
  }

  /** These roles and all that they include. */
  Set<String> expanded(List<String> roles) {
    var all = new LinkedHashSet<String>();
    var open = new ArrayList<>(roles);
    while (!open.isEmpty()) {
      var role = open.remove(open.size() - 1);
      if (all.add(role)) {
        open.addAll(includes.getOrDefault(role, List.of()));
      }
    }
    return all;
  }

  /** What somebody holds who is not named. */
  Set<String> guest() {
    return expanded(List.copyOf(guest));
  }

  /** Every role that an intent asks for has to exist. */
  void checkIntents(IntentCatalog catalog, YamlNode root) {
    for (var intent : catalog.all()) {
      var role = intent.permission();
      if (role != null && !includes.containsKey(role)) {
        root.problem(
            "The intent " + intent.name() + " needs the role " + role + ", which is not declared.",
            NearNames.didYouMean(role, includes.keySet(), "Declare it under roles."));
      }
    }
  }
}
