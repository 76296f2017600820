package dev.parley.person;

import dev.parley.conversation.Speaker;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The people of the home's files with the roles that groups of a directory give them, and whoever
 * the directory alone knows.
 */
public final class DirectoryPeople implements People {
  private final People named;
  private final DirectorySettings settings;
  private final KnownGroups groups;

  public DirectoryPeople(People named, DirectorySettings settings, KnownGroups groups) {
    this.named = named;
    this.settings = settings;
    this.groups = groups;
  }

  @Override
  public Person identify(Speaker speaker) {
    var person = named.identify(speaker);
    if (!person.guest()) {
      return with(person, roles(groups.of(person.key())), false);
    }
    if (!isDirectorys(speaker)) {
      return person;
    }
    var roles = roles(groups.of(speaker.id()));
    return roles.isEmpty() ? person : with(person, roles, true);
  }

  /** A name that the files give to somebody is theirs, whoever has it in the directory. */
  private boolean isDirectorys(Speaker speaker) {
    return settings.platforms().contains(speaker.platform())
        && named.all().stream().noneMatch(person -> person.key().equals(speaker.id()));
  }

  private Set<String> roles(Set<String> members) {
    var roles = new HashSet<String>();
    members.forEach(group -> roles.addAll(settings.roles().getOrDefault(group, Set.of())));
    return roles;
  }

  private static Person with(Person person, Set<String> roles, boolean found) {
    var all = new HashSet<>(person.roles());
    all.addAll(roles);
    // who is found keeps the account as the key, which nobody else can have
    return new Person(
        person.key(),
        person.name(),
        all,
        person.accounts(),
        person.zone(),
        person.guest() && !found);
  }

  @Override
  public Collection<Person> all() {
    return named.all().stream()
        .map(person -> with(person, roles(groups.known(person.key())), false))
        .toList();
  }

  @Override
  public Optional<String> trouble(Person person) {
    int colon = person.key().indexOf(':');
    boolean account = colon > 0 && settings.platforms().contains(person.key().substring(0, colon));
    if (person.guest() && !account) {
      return Optional.empty();
    }
    return groups.trouble(account ? person.key().substring(colon + 1) : person.key());
  }
}
