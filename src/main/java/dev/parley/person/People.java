package dev.parley.person;

import dev.parley.conversation.Speaker;
import java.util.Collection;

/** Tells who speaks. */
public interface People {
  /** The person whose account this is; a guest when nobody's. */
  Person identify(Speaker speaker);

  /** Everybody who is named, for "who could". */
  Collection<Person> all();
}
