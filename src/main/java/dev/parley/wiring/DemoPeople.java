package dev.parley.wiring;

import dev.parley.conversation.Speaker;
import dev.parley.person.FilePeople;
import dev.parley.person.People;
import dev.parley.person.Person;
import java.util.Collection;

/** The demo's people: the operating system's user who started it is jason. */
record DemoPeople(People named, String operator) implements People {
  private static final String LEAD = "jason";

  @Override
  public Person identify(Speaker speaker) {
    boolean started = speaker.platform().equals("os") && speaker.id().equals(operator);
    return named.identify(started ? Speaker.of(FilePeople.PARLEY, LEAD) : speaker);
  }

  @Override
  public Collection<Person> all() {
    return named.all();
  }
}
