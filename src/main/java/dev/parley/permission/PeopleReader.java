package dev.parley.permission;

import dev.parley.intent.YamlMap;
import dev.parley.intent.YamlNode;
import dev.parley.person.Account;
import dev.parley.person.FilePeople;
import dev.parley.person.Person;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people of {@code permissions.yml}. */
final class PeopleReader {
  private final Roles roles;
  private final Map<Account, String> owners = new HashMap<>();

  private PeopleReader(Roles roles) {
    this.roles = roles;
  }

  static List<Person> read(YamlMap file, Roles roles) {
    var reader = new PeopleReader(roles);
    var people = new ArrayList<Person>();
    var map = file.get("people").map(node -> node.map("people"));
    map.ifPresent(
        m -> m.forEach((name, node) -> people.add(reader.person(name, m.key(name), node))));
    return people;
  }

  private Person person(String name, YamlNode key, YamlNode node) {
    if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._' -]{0,63}")) {
      key.problem("Nobody is named \"" + name + "\".", "Use letters, digits, spaces, . ' _ and -.");
    }
    var map = node.map("the person " + name).only("accounts", "roles", "zone");
    var accounts = new ArrayList<Account>();
    map.get("accounts")
        .map(n -> n.map("accounts"))
        .ifPresent(
            platforms ->
                platforms.forEach(
                    (platform, ids) ->
                        accounts.addAll(accounts(name, platform, platforms.key(platform), ids))));
    var held = map.get("roles").map(roles::known).orElse(List.of());
    return new Person(name, name, roles.expanded(held), accounts, zone(map), false);
  }

  private List<Account> accounts(String name, String platform, YamlNode key, YamlNode ids) {
    if (platform.equals(FilePeople.PARLEY)) {
      key.problem(
          "The platform parley is the assistant's own.", "Remove it; a name needs no account.");
    }
    var accounts = new ArrayList<Account>();
    for (var item : ids.items()) {
      var account = item.text("an account").map(id -> new Account(platform, id));
      account.ifPresent(accounts::add);
      var owner = account.flatMap(a -> Optional.ofNullable(owners.putIfAbsent(a, name)));
      owner.ifPresent(
          other ->
              item.problem(
                  "This account is " + other + "'s already.",
                  "An account belongs to one person; remove one of the two."));
    }
    return accounts;
  }

  static ZoneId zone(YamlMap map) {
    var text = map.text("zone");
    try {
      return text.map(ZoneId::of).orElseGet(ZoneId::systemDefault);
    } catch (DateTimeException e) {
      map.key("zone")
          .problem("There is no time zone " + text.orElse("") + ".", "Write e.g. Europe/Berlin.");
      return ZoneId.systemDefault();
    }
  }
}
