package dev.parley.wiring;

import dev.parley.conversation.Speaker;
import dev.parley.intent.Intent;
import dev.parley.intent.SlotType;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.Resource;
import dev.parley.permission.Freeze;
import dev.parley.permission.Rule;
import dev.parley.person.Person;
import dev.parley.training.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in a few lines what is different between two readings of a home. */
final class Differences {
  private static final int NAMED = 10;

  private final Estate before;
  private final Estate after;
  private final List<String> lines = new ArrayList<>();

  private Differences(Estate before, Estate after) {
    this.before = before;
    this.after = after;
  }

  /** A line a kind of thing; none when everything means the same. */
  static List<String> between(Estate before, Estate after) {
    var differences = new Differences(before, after);
    differences.compare();
    return differences.lines;
  }

  private void compare() {
    named(
        "intents",
        byName(before.catalog().all(), Intent::name, Intent::version),
        byName(after.catalog().all(), Intent::name, Intent::version));
    examples();
    named(
        "hosts",
        byName(before.inventory().hosts(), Host::name, host -> host),
        byName(after.inventory().hosts(), Host::name, host -> host));
    named("groups", groups(before.inventory()), groups(after.inventory()));
    for (var type : SlotType.values()) {
      named(
          type.label().replace('_', ' ') + " names",
          byName(before.inventory().all(type), Resource::name, thing -> thing),
          byName(after.inventory().all(type), Resource::name, thing -> thing));
    }
    if (!before.inventory().network().equals(after.inventory().network())) {
      lines.add("network: changed");
    }
    named(
        "people",
        byName(before.people().all(), Person::key, person -> person),
        byName(after.people().all(), Person::key, person -> person));
    if (!rules(before).equals(rules(after)) || !guests(before).equals(guests(after))) {
      lines.add("rules: changed");
    }
    named("freezes", freezes(before), freezes(after));
    if (!Objects.equals(before.permissions().directory(), after.permissions().directory())) {
      lines.add("directory: changed");
    }
    named("front ends", setups(before), setups(after));
  }

  private static <T> Map<String, Object> byName(
      Collection<T> things, Function<T, String> name, Function<T, Object> meaning) {
    var named = new LinkedHashMap<String, Object>();
    things.forEach(thing -> named.put(name.apply(thing), meaning.apply(thing)));
    return named;
  }

  private static Map<String, Object> groups(Inventory inventory) {
    return byName(inventory.groups(), name -> name, inventory::members);
  }

  /** Wherever they stand now. */
  private static List<List<Object>> rules(Estate estate) {
    return estate.permissions().rules().stream().map(Differences::meaning).toList();
  }

  private static List<Object> meaning(Rule rule) {
    return Arrays.asList(
        rule.everybody(),
        rule.roles(),
        rule.people(),
        rule.intents(),
        rule.risks(),
        rule.highest(),
        rule.values(),
        rule.channels(),
        rule.weekly(),
        rule.allow(),
        rule.code());
  }

  private static Map<String, Object> freezes(Estate estate) {
    return byName(
        estate.permissions().freezes(),
        Freeze::name,
        freeze ->
            Arrays.asList(
                freeze.reason(),
                freeze.intents(),
                freeze.risks(),
                freeze.values(),
                freeze.weekly(),
                freeze.from(),
                freeze.until(),
                freeze.zone(),
                freeze.override()));
  }

  private static Map<String, Object> setups(Estate estate) {
    return Map.copyOf(estate.channels().setups());
  }

  private static Collection<String> guests(Estate estate) {
    return estate.people().identify(Speaker.of("nobody", "nobody")).roles();
  }

  private void examples() {
    var old = texts(before);
    var now = texts(after);
    long added = now.stream().filter(text -> !old.contains(text)).count();
    long removed = old.stream().filter(text -> !now.contains(text)).count();
    if (added + removed > 0) {
      lines.add("examples: %d added, %d removed".formatted(added, removed));
    }
  }

  private static Collection<List<String>> texts(Estate estate) {
    var texts = new HashSet<List<String>>();
    for (Example example : estate.examples().examples()) {
      texts.add(List.of(example.intent(), example.text()));
    }
    return texts;
  }

  private void named(String kind, Map<String, Object> old, Map<String, Object> now) {
    var parts = new ArrayList<String>();
    part(parts, "added", now.keySet().stream().filter(name -> !old.containsKey(name)).toList());
    part(
        parts,
        "changed",
        now.keySet().stream()
            .filter(old::containsKey)
            .filter(name -> !Objects.equals(old.get(name), now.get(name)))
            .toList());
    part(parts, "removed", old.keySet().stream().filter(name -> !now.containsKey(name)).toList());
    if (!parts.isEmpty()) {
      lines.add(kind + ": " + String.join("; ", parts));
    }
  }

  private static void part(List<String> parts, String what, List<String> names) {
    if (!names.isEmpty()) {
      var shown = names.stream().limit(NAMED).collect(Collectors.joining(", "));
      int more = names.size() - NAMED;
      parts.add(what + " " + shown + (more > 0 ? " and " + more + " more" : ""));
    }
  }
}
