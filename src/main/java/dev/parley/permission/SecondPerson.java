package dev.parley.permission;

import dev.parley.conversation.Speaker;
import dev.parley.person.People;
import dev.parley.person.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who can be the second person of a critical action: somebody else than who asked, who holds the
 * role {@value #ROLE}, through a credential that did not speak for who asked. Nobody else.
 */
public final class SecondPerson {
  /** The role that gives the second yes. */
  public static final String ROLE = "approver";

  private final People people;

  public SecondPerson(People people) {
    this.people = people;
  }

  /** Everybody who could approve what {@code asker} asked for. */
  public List<Person> candidates(String asker) {
    return people.all().stream().filter(person -> may(asker, person)).toList();
  }

  /**
   * Whether this person could approve what {@code asker} asked for, whatever they speak through.
   */
  public static boolean may(String asker, Person person) {
    return !person.guest() && !person.key().equals(asker) && person.roles().contains(ROLE);
  }

  /** Whether a request is this person's own, or one that they could approve. */
  public static boolean concerns(Approval approval, Person person) {
    return approval.person().equals(person.key()) || may(approval.person(), person);
  }

  /** Why this person, through this account, can neither approve nor reject; empty when they can. */
  public Optional<String> objection(
      Approval approval, Person person, Speaker speaker, Instant now) {
    if (!approval.open(now)) {
      return Optional.of("That request has expired, so nothing was done.");
    }
    if (person.key().equals(approval.person())) {
      return Optional.of(
          "You asked for it yourself, and it takes somebody else to approve it. \"Never mind\""
              + " drops it.");
    }
    if (!may(approval.person(), person)) {
      return Optional.of(
          "Only somebody with the role %s can settle that%s."
              .formatted(ROLE, could(approval.person())));
    }
    var gateway = speaker.gateway();
    if (gateway != null && gateway.equals(approval.speaker().gateway())) {
      return Optional.of(
          ("You and %s speak through the same credential, so I can't tell you apart; answer from an"
                  + " account or a browser of your own.")
              .formatted(approval.name()));
    }
    return Optional.empty();
  }

  private String could(String asker) {
    var names = candidates(asker).stream().map(Person::name).toList();
    return names.isEmpty() ? "" : ": " + String.join(" or ", names);
  }
}
