package dev.parley.person;

import dev.parley.conversation.Speaker;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people of {@code permissions.yml}. A display name identifies nobody. */
public final class FilePeople implements People {
  /** The platform of a trusted credential that speaks for a person by name. */
  public static final String PARLEY = "parley";

  private final Map<String, Person> byName = new LinkedHashMap<>();
  private final Map<Account, Person> byAccount = new HashMap<>();
  private final Set<String> guestRoles;
  private final ZoneId guestZone;

  /**
   * @param guestRoles what whoever is not named may hold; empty when the file marks no role so
   * @param guestZone the time zone of whoever is not named
   */
  public FilePeople(Collection<Person> people, Set<String> guestRoles, ZoneId guestZone) {
    for (var person : people) {
      byName.put(person.key(), person);
      person.accounts().forEach(account -> byAccount.put(account, person));
    }
    this.guestRoles = Set.copyOf(guestRoles);
    this.guestZone = guestZone;
  }

  @Override
  public Person identify(Speaker speaker) {
    var account = new Account(speaker.platform(), speaker.id());
    var person =
        speaker.platform().equals(PARLEY) ? byName.get(speaker.id()) : byAccount.get(account);
    return person == null ? guest(speaker, account) : person;
  }

  private Person guest(Speaker speaker, Account account) {
    return new Person(
        speaker.account(), speaker.displayName(), guestRoles, List.of(account), guestZone, true);
  }

  @Override
  public Collection<Person> all() {
    return List.copyOf(byName.values());
  }
}
