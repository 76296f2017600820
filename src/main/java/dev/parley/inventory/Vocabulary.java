package dev.parley.inventory;

import dev.parley.intent.SlotType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every form in which somebody may name what exists: names, aliases, addresses, short names of
 * fully qualified ones, groups. Built once an inventory; a lookup is one hash access. Forms are
 * lower case with one space between words.
 */
public final class Vocabulary {
  private final Map<String, List<NamedMatch>> forms = new LinkedHashMap<>();
  private final List<String> everyHost;
  private final Set<String> domains = new HashSet<>();
  private int longestName = 1;

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
    UsualNames.ALONE.forEach(name -> groups(name).forEach(group -> addUnlessTaken(name, group)));
  }

  private void addHosts(Inventory inventory) {
    var matches = new ArrayList<NamedMatch>(inventory.hosts().size());
    for (var host : inventory.hosts()) {
      var match = new NamedMatch(SlotType.HOST, List.of(host.name()), false);
      matches.add(match);
      add(host.name(), match);
    }
    int next = 0;
    for (var host : inventory.hosts()) {
      var match = matches.get(next++);
      add(host.address(), match);
      addDomain(host.address());
      int dot = host.name().indexOf('.');
      if (dot > 0) {
        addDomain(host.name());
        addShort(host.name().substring(0, dot), match, inventory);
      }
    }
  }

  private void addUnlessTaken(String name, NamedMatch match) {
    boolean taken =
        forms.getOrDefault(name, List.of()).stream().anyMatch(m -> m.type() == match.type());
    if (!taken) {
      add(name, match);
    }
  }

  private void addDomain(String name) {
    int dot = name.indexOf('.');
    if (dot > 0 && !Character.isDigit(name.charAt(name.length() - 1))) {
      domains.add(Spelling.key(name.substring(dot + 1)));
    }
  }

  private void addShort(String shortName, NamedMatch match, Inventory inventory) {
    boolean taken =
        inventory.host(shortName).isPresent() || !inventory.members(shortName).isEmpty();
    boolean number = shortName.chars().allMatch(Character::isDigit);
    if (!taken && !number) {
      add(shortName, match);
    }
  }

  private void add(Resource resource) {
    var match = new NamedMatch(resource.type(), List.of(resource.name()), false);
    add(resource.name(), match);
    resource.aliases().forEach(alias -> add(alias, match));
  }

  private void add(String form, NamedMatch match) {
    var key = Spelling.key(form);
    forms.merge(key, List.of(match), Vocabulary::joined);
    int words = 1 + (int) key.chars().filter(c -> c == ' ').count();
    longestName = Math.max(longestName, words);
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

  /** The most words that a name has. */
  public int longestName() {
    return longestName;
  }

  /** The most words, parted by spaces, that a phrase can have and still name something. */
  public int mostWords() {
    return longestName + GroupPhrase.MOST_WORDS;
  }

  /**
   * What a whole phrase names exactly (without case): a name, an alias, an address, a group with or
   * without words around it ("all web servers", "the second db host"), every host, or a host by its
   * name in a domain that hosts here have. Empty when it names nothing; one match for each type
   * that it names.
   */
  List<NamedMatch> lookup(String phrase) {
    var key = Spelling.key(phrase);
    var exact = forms.get(key);
    return exact != null ? exact : inDomain(key).orElseGet(() -> group(key));
  }

  /** "web-01.example.com" is web-01 where another host is known to be in example.com. */
  private Optional<List<NamedMatch>> inDomain(String key) {
    int dot = key.indexOf('.');
    return dot > 0 && domains.contains(key.substring(dot + 1))
        ? host(key.substring(0, dot)).map(List::of)
        : Optional.empty();
  }

  /** The groups of a name; where none has it, those that people usually call so. */
  private List<NamedMatch> groups(String name) {
    var named = groupsNamed(name);
    return named.isEmpty()
        ? UsualNames.ofGroup(name).stream().flatMap(usual -> groupsNamed(usual).stream()).toList()
        : named;
  }

  private List<NamedMatch> groupsNamed(String name) {
    return forms.getOrDefault(name, List.of()).stream()
        .filter(match -> match.group() || match.type() == SlotType.GROUP)
        .toList();
  }

  /** The host that a form names, also one of several. */
  Optional<NamedMatch> host(String key) {
    return forms.getOrDefault(key, List.of()).stream()
        .filter(match -> match.type() == SlotType.HOST && !match.group())
        .findFirst();
  }

  private List<NamedMatch> group(String key) {
    var phrase = GroupPhrase.of(key);
    if (phrase.isEmpty()) {
      return List.of();
    }
    if (phrase.get().name().isEmpty()) {
      return everyHost.isEmpty()
          ? List.of()
          : List.of(new NamedMatch(SlotType.HOST, everyHost, true));
    }
    return groups(phrase.get().name()).stream()
        .flatMap(match -> phrase.get().chosen(match).stream())
        .toList();
  }
}
