package dev.parley.permission;

import dev.parley.conversation.ConversationId;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import dev.parley.person.Person;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides who may. Whatever no rule allows is denied. */
public interface Gatekeeper {
  /**
   * Judges a request, complete or not: slots that have no value yet are not judged.
   *
   * @param risk what the request's risk is as far as it is known
   */
  Decision judge(
      Person person, Intent intent, ActionRequest request, Risk risk, ConversationId conversation);

  /** Judges whether somebody may do this to the assistant itself. Whoever is not named may not. */
  default Decision judge(Person person, Right right, ConversationId conversation) {
    return new Decision.Denied(
        "no rule", "You may not %s: no rule allows it.".formatted(right.label()));
  }

  /**
   * Judges again when an action is about to run. A critical one takes a second person who may still
   * be one.
   *
   * @param approver who gave the second yes, or null
   * @return a permit, or empty when the person may not any more
   */
  default Optional<Permit> permit(
      String executionId,
      Person person,
      Intent intent,
      Proposal proposal,
      ConversationId conversation,
      @Nullable Person approver) {
    if (proposal.request().manner().dry()) {
      return Optional.empty();
    }
    boolean alone = approver == null || !SecondPerson.may(person.key(), approver);
    if (proposal.risk() == Risk.CRITICAL && alone) {
      return Optional.empty();
    }
    var decision = judge(person, intent, proposal.request(), proposal.risk(), conversation);
    return decision instanceof Decision.Allowed
        ? Optional.of(new Permit(executionId, person, proposal, conversation))
        : Optional.empty();
  }
}
