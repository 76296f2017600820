package dev.parley.permission;

import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.NearNames;
import dev.parley.intent.Risk;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.intent.YamlMap;
import dev.parley.intent.YamlNode;
import dev.parley.inventory.EntityResolver;
import dev.parley.person.Person;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of {@code permissions.yml}. */
final class RuleReader {
  private static final String EVERYBODY = "*";
  private static final List<String> RISKS = Arrays.stream(Risk.values()).map(Risk::label).toList();

  private final IntentCatalog catalog;
  private final EntityResolver resolver;
  private final Roles roles;
  private final List<String> people;

  RuleReader(IntentCatalog catalog, EntityResolver resolver, Roles roles, List<Person> people) {
    this.catalog = catalog;
    this.resolver = resolver;
    this.roles = roles;
    this.people = people.stream().map(Person::key).toList();
  }

  List<Rule> read(YamlMap file) {
    var node = file.get("rules");
    if (node.isPresent() && !node.get().isList()) {
      node.get().problem("The rules must be a list.", "Begin each with a hyphen.");
      return List.of();
    }
    return node.map(YamlNode::items).orElse(List.of()).stream().map(this::rule).toList();
  }

  private Rule rule(YamlNode node) {
    var map =
        node.map("a rule")
            .only(
                "role",
                "person",
                "intents",
                "risk",
                "values",
                "channels",
                "days",
                "hours",
                "allow",
                "otp");
    boolean allow = map.flag("allow", true);
    boolean nobody = !map.has("role") && !map.has("person");
    if (nobody && allow) {
      node.problem("The rule does not say whom it allows.", "Write role: …, or role: \"*\".");
    }
    boolean everybody = map.texts("role").contains(EVERYBODY) || nobody && !allow;
    boolean code = map.flag("otp", false);
    if (code && !allow) {
      node.problem("What is not allowed takes no one-time password.", "Remove otp or allow.");
    }
    var about = about(map);
    return new Rule(
        node.place(),
        everybody,
        map.get("role")
            .filter(n -> !everybody)
            .map(n -> Set.copyOf(roles.known(n)))
            .orElse(Set.of()),
        map.get("person").map(this::named).orElse(Set.of()),
        about.intents(),
        about.risks(),
        map.get("risk").flatMap(RuleReader::risk).orElse(null),
        about.values(),
        map.texts("channels"),
        weekly(map),
        allow,
        code);
  }

  /** What a rule or a freeze is about. */
  record About(List<String> intents, Set<Risk> risks, Map<String, List<String>> values) {}

  About about(YamlMap map) {
    var risks = EnumSet.noneOf(Risk.class);
    var intents = new ArrayList<String>();
    map.get("intents").ifPresent(n -> n.items().forEach(i -> intent(i, intents, risks)));
    return new About(intents, risks, map.get("values").map(this::values).orElse(Map.of()));
  }

  static Weekly weekly(YamlMap map) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    map.get("days").ifPresent(node -> node.items().forEach(item -> days.addAll(days(item))));
    return new Weekly(days, map.get("hours").flatMap(RuleReader::hours).orElse(null));
  }

  private static Set<DayOfWeek> days(YamlNode item) {
    var text = item.text("a day").orElse("");
    var days = Weekly.days(text);
    if (days.isEmpty()) {
      item.problem(text + " is no day of the week.", "Write e.g. mon, or mon-fri.");
    }
    return days.orElse(Set.of());
  }

  private Set<String> named(YamlNode node) {
    var names = new LinkedHashSet<String>();
    for (var item : node.items()) {
      var name = item.text("a person").orElse("");
      if (!people.contains(name)) {
        item.problem(
            "There is no person " + name + ".",
            NearNames.didYouMean(name, people, "Add them under people."));
      }
      names.add(name);
    }
    return names;
  }

  private void intent(YamlNode item, List<String> intents, Set<Risk> risks) {
    var text = item.text("an intent").orElse("");
    if (RISKS.contains(text)) {
      risks.add(Risk.valueOf(text.toUpperCase(Locale.ROOT)));
      return;
    }
    var names =
        Stream.concat(catalog.all().stream().map(Intent::name), Right.labels().stream()).toList();
    if (names.stream().noneMatch(name -> RuleMatch.fits(text, name))) {
      item.problem(
          "There is no intent " + text + ".",
          NearNames.didYouMean(text, names, "Use a name from intents/, or a pattern with *."));
    }
    intents.add(text);
  }

  private static Optional<Risk> risk(YamlNode node) {
    var label = node.text("risk").orElse("");
    if (!RISKS.contains(label)) {
      node.problem(
          "There is no risk " + label + ".",
          NearNames.didYouMean(label, RISKS, "Write low, medium, high or critical."));
      return Optional.of(Risk.LOW);
    }
    return Optional.of(Risk.valueOf(label.toUpperCase(Locale.ROOT)));
  }

  private static Optional<Hours> hours(YamlNode node) {
    var text = node.text("hours").orElse("");
    var hours = Hours.parse(text);
    if (hours.isEmpty()) {
      node.problem(text + " are no hours.", "Write e.g. \"09:00-17:00\".");
    }
    return hours;
  }

  private Map<String, List<String>> values(YamlNode node) {
    var values = new LinkedHashMap<String, List<String>>();
    var map = node.map("values");
    var types = slotTypes();
    map.forEach(
        (slot, list) -> {
          if (!types.containsKey(slot)) {
            map.key(slot)
                .problem(
                    "No intent has a slot " + slot + ".",
                    NearNames.didYouMean(slot, types.keySet(), "Use a slot from intents/."));
          }
          var fitting = new ArrayList<String>();
          var ofType = types.getOrDefault(slot, Set.of());
          list.items().forEach(item -> fitting.addAll(canonical(item, ofType)));
          values.put(slot, fitting);
        });
    return values;
  }

  /** Canonical names, so that a rule about prod also holds for production. */
  private List<String> canonical(YamlNode item, Set<SlotType> types) {
    var text = item.text("a value").orElse("");
    if (text.contains("*") || types.isEmpty()) {
      return List.of(text);
    }
    var found = new LinkedHashSet<String>();
    types.forEach(type -> found.addAll(known(type, text)));
    if (found.isEmpty()) {
      var near = types.stream().flatMap(type -> resolver.near(type, text).stream()).findFirst();
      item.problem(
          "There is no " + label(types) + " " + text + ".",
          near.map(name -> "Did you mean " + name + "?").orElse("Use a name that exists."));
    }
    return List.copyOf(found);
  }

  private List<String> known(SlotType type, String text) {
    if (type.kind() != SlotType.Kind.CLOSED || type == SlotType.STATE) {
      return SlotForms.canonical(type, text).stream().toList();
    }
    return resolver.lookup(text).stream()
        .filter(match -> match.type() == type && !match.ambiguous())
        .flatMap(match -> match.canonical().stream())
        .toList();
  }

  private static String label(Set<SlotType> types) {
    return types.stream().map(SlotType::label).sorted().collect(Collectors.joining(" or "));
  }

  private Map<String, Set<SlotType>> slotTypes() {
    return catalog.all().stream()
        .flatMap(intent -> intent.slots().stream())
        .collect(
            Collectors.groupingBy(
                Slot::name,
                LinkedHashMap::new,
                Collectors.mapping(Slot::type, Collectors.toCollection(LinkedHashSet::new))));
  }
}
