package dev.parley.permission;

import dev.parley.conversation.ConversationId;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotValue;
import dev.parley.person.People;
import dev.parley.person.Person;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the rules of {@code permissions.yml}: the first that matches, and then whether the
 * person holds the role that the intent asks for besides. What no rule allows is denied.
 */
public final class RuleGatekeeper implements Gatekeeper {
  private final List<Rule> rules;
  private final People people;
  private final Clock clock;

  public RuleGatekeeper(List<Rule> rules, People people, Clock clock) {
    this.rules = List.copyOf(rules);
    this.people = people;
    this.clock = clock;
  }

  @Override
  public Decision judge(
      Person person, Intent intent, ActionRequest action, Risk risk, ConversationId conversation) {
    var request = new Request(person, intent, action, risk, conversation, clock.instant());
    var rule = firstMatching(request);
    if (may(request, rule)) {
      return new Decision.Allowed(rule.map(Rule::place).orElse(""));
    }
    var could =
        people.all().stream()
            .filter(other -> !other.key().equals(person.key()))
            .filter(other -> may(request.by(other), firstMatching(request.by(other))))
            .map(Person::name)
            .toList();
    return new Refusal(rules, request, rule, could).decision();
  }

  /** Nothing incomplete is permitted: values that are not known yet were not judged. */
  @Override
  public Optional<Permit> permit(
      String executionId,
      Person person,
      Intent intent,
      Proposal proposal,
      ConversationId conversation,
      @Nullable Person approver) {
    var request = proposal.request();
    boolean complete =
        intent.slots().stream()
            .filter(Slot::required)
            .noneMatch(slot -> request.values(slot.name()).isEmpty());
    boolean known =
        request.slots().values().stream().flatMap(List::stream).allMatch(SlotValue::known);
    return complete && known
        ? Gatekeeper.super.permit(executionId, person, intent, proposal, conversation, approver)
        : Optional.empty();
  }

  private Optional<Rule> firstMatching(Request request) {
    return rules.stream().filter(rule -> RuleMatch.matches(rule, request)).findFirst();
  }

  private static boolean may(Request request, Optional<Rule> rule) {
    var role = request.intent().permission();
    return rule.map(Rule::allow).orElse(false)
        && (role == null || request.person().roles().contains(role));
  }
}
