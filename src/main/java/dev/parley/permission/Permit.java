package dev.parley.permission;

import dev.parley.intent.Proposal;
import dev.parley.person.Person;

/**
 * The right to run one proposal once. Only {@link Gatekeeper} makes one, so an action cannot run
 * without having been judged.
 */
public final class Permit {
  private final String executionId;
  private final Person person;
  private final Proposal proposal;

  Permit(String executionId, Person person, Proposal proposal) {
    this.executionId = executionId;
    this.person = person;
    this.proposal = proposal;
  }

  public String executionId() {
    return executionId;
  }

  public Person person() {
    return person;
  }

  public Proposal proposal() {
    return proposal;
  }
}
