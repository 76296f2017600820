package dev.parley.permission;

import dev.parley.conversation.ConversationId;
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
  private final ConversationId conversation;

  Permit(String executionId, Person person, Proposal proposal, ConversationId conversation) {
    this.executionId = executionId;
    this.person = person;
    this.proposal = proposal;
    this.conversation = conversation;
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

  /** Where it was confirmed. */
  public ConversationId conversation() {
    return conversation;
  }
}
