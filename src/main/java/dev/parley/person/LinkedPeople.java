package dev.parley.person;

import dev.parley.conversation.Speaker;
import java.util.Collection;
import java.util.Optional;

/** The people of the home's files, also through accounts that they linked themselves. */
public record LinkedPeople(People named, LinkedAccounts accounts) implements People {
  /** What the files say comes first; a link to somebody who is no longer named links nobody. */
  @Override
  public Person identify(Speaker speaker) {
    var person = named.identify(speaker);
    if (!person.guest()) {
      return person;
    }
    return accounts
        .find(new Account(speaker.platform(), speaker.id()))
        .flatMap(link -> all().stream().filter(p -> p.key().equals(link.person())).findFirst())
        .orElse(person);
  }

  @Override
  public Optional<String> trouble(Person person) {
    return named.trouble(person);
  }

  @Override
  public Collection<Person> all() {
    return named.all();
  }
}
