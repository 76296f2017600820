package dev.parley.wiring;

import dev.parley.conversation.Speaker;
import dev.parley.person.People;
import dev.parley.person.Person;
import java.util.Collection;
import java.util.function.Supplier;

/** The people of now, for whoever keeps hold of them. */
record CurrentPeople(Supplier<People> now) implements People {
  @Override
  public Person identify(Speaker speaker) {
    return now.get().identify(speaker);
  }

  @Override
  public Collection<Person> all() {
    return now.get().all();
  }
}
