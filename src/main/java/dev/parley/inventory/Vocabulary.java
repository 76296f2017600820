package dev.parley.inventory;

import dev.parley.intent.SlotType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every form in which somebody may name what exists: names, aliases, addresses, short names of
 * fully qualified ones, groups. Built once an inventory; a lookup is one hash access. Forms are
 * lower case with one space between words.
 */
public final class Vocabulary {
  private final Map<String, List<NamedMatch>> forms = new HashMap<>();
  private final List<String> everyHost;
  private int mostWords = 1;

  public Vocabulary(Inventory inventory) {
    everyHost = inventory.hosts().stream().map(Host::name).toList();
    addHosts(inventory);
    for (var group : inventory.groups()) {
      var members = inventory.members(group);
      if (!members.isEmpty()) {
        add(group, new NamedMatch(SlotType.HOST, members, true));
      }
      add(group, new NamedMatch(SlotType.GROUP, List.of(group), false));
    }
    for (var type : SlotType.values()) {
      inventory.all(type).forEach(this::add);
    }
  }

  private void addHosts(Inventory inventory) {
    for (var host : inventory.hosts()) {
      addHost(host.name(), host);
    }
    for (var host : inventory.hosts()) {
      addHost(host.address(), host);
      int dot = host.name().indexOf('.');
      if (dot > 0) {
        addShort(host.name().substring(0, dot), host, inventory);
      }
    }
  }

  private void addShort(String shortName, Host host, Inventory inventory) {
    boolean taken =
        inventory.host(shortName).isPresent() || !inventory.members(shortName).isEmpty();
    boolean number = shortName.chars().allMatch(Character::isDigit);
    if (!taken && !number) {
      addHost(shortName, host);
    }
  }

  private void addHost(String form, Host host) {
    add(form, new NamedMatch(SlotType.HOST, List.of(host.name()), false));
  }

  private void add(Resource resource) {
    var match = new NamedMatch(resource.type(), List.of(resource.name()), false);
    add(resource.name(), match);
    resource.aliases().forEach(alias -> add(alias, match));
  }

  private void add(String form, NamedMatch match) {
    var key = Spelling.key(form);
    forms.merge(key, List.of(match), Vocabulary::joined);
    mostWords = Math.max(mostWords, key.split(" ").length);
  }

  /**
   * One match a type: a name that several things of a type have is ambiguous; a host beats a group.
   */
  private static List<NamedMatch> joined(List<NamedMatch> old, List<NamedMatch> added) {
    var match = added.get(0);
    var all = new ArrayList<>(old);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).type() == match.type()) {
        if (!match.group() && !all.get(i).group()) {
          var both = new LinkedHashSet<>(all.get(i).canonical());
          both.addAll(match.canonical());
          all.set(i, new NamedMatch(match.type(), List.copyOf(both), false));
        }
        return List.copyOf(all);
      }
    }
    all.add(match);
    return List.copyOf(all);
  }

  /** Every form with what it names. */
  public Map<String, List<NamedMatch>> forms() {
    return Collections.unmodifiableMap(forms);
  }

  /** The most words, parted by spaces, that a phrase can have and still name something. */
  public int mostWords() {
    return mostWords + GroupPhrase.MOST_WORDS;
  }

  /**
   * What a whole phrase names exactly (without case): a name, an alias, an address, a group with or
   * without words around it ("all web servers"), every host, or a range of hosts. Empty when it
   * names nothing; one match for each type that it names.
   */
  public List<NamedMatch> lookup(String phrase) {
    var key = Spelling.key(phrase);
    var exact = forms.getOrDefault(key, List.of());
    if (!exact.isEmpty()) {
      return exact;
    }
    if (GroupPhrase.everything(key)) {
      return everyHost.isEmpty()
          ? List.of()
          : List.of(new NamedMatch(SlotType.HOST, everyHost, true));
    }
    var group = GroupPhrase.name(key).map(name -> groupsOnly(forms.getOrDefault(name, List.of())));
    return group.filter(found -> !found.isEmpty()).orElseGet(() -> range(key));
  }

  private static List<NamedMatch> groupsOnly(List<NamedMatch> matches) {
    return matches.stream().filter(m -> m.group() || m.type() == SlotType.GROUP).toList();
  }

  private List<NamedMatch> range(String key) {
    var hosts =
        SpokenRange.names(key).orElse(List.of()).stream()
            .map(name -> host(name.toLowerCase(Locale.ROOT)))
            .toList();
    return hosts.isEmpty() || hosts.contains("")
        ? List.of()
        : List.of(new NamedMatch(SlotType.HOST, hosts, true));
  }

  private String host(String key) {
    return forms.getOrDefault(key, List.of()).stream()
        .filter(m -> m.type() == SlotType.HOST && m.canonical().size() == 1)
        .map(m -> m.canonical().get(0))
        .findFirst()
        .orElse("");
  }
}
