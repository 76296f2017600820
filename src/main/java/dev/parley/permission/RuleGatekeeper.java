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
 * person holds the role that the intent asks for besides; then no freeze may hold. What no rule
 * allows is denied.
 */
public final class RuleGatekeeper implements Gatekeeper {
  private final Permissions permissions;
  private final People people;
  private final Clock clock;

  public RuleGatekeeper(Permissions permissions, People people, Clock clock) {
    this.permissions = permissions;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public Decision judge(
      Person person, Intent intent, ActionRequest action, Risk risk, ConversationId conversation) {
    return decide(new Request(person, intent, action, risk, conversation, clock.instant()));
  }

  /** Only a rule that names the right allows it, and none that takes a one-time password. */
  @Override
  public Decision judge(Person person, Right right, ConversationId conversation) {
    var intent = right.asIntent();
    var action = ActionRequest.of(intent.name());
    var request = new Request(person, intent, action, Risk.LOW, conversation, clock.instant());
    var rule = firstNaming(request);
    if (rule.filter(Rule::allow).isPresent()) {
      return new Decision.Allowed(rule.get().place());
    }
    var could =
        people.all().stream()
            .filter(other -> firstNaming(request.by(other)).filter(Rule::allow).isPresent())
            .map(Person::name)
            .toList();
    var naming = permissions.rules().stream().filter(r -> names(r, request)).toList();
    return new Refusal(naming, request, rule, could).decision();
  }

  private Optional<Rule> firstNaming(Request request) {
    return permissions.rules().stream()
        .filter(rule -> names(rule, request) && RuleMatch.matches(rule, request))
        .findFirst();
  }

  /** A denying rule holds whomever it is about; an allowing one has to say it. */
  private static boolean names(Rule rule, Request request) {
    return !rule.allow() || rule.intents().contains(request.intent().name()) && !rule.code();
  }

  /** Why it is so. */
  public Explanation explain(
      Person person, Intent intent, ActionRequest action, ConversationId conversation) {
    var request =
        new Request(person, intent, action, intent.risk(action), conversation, clock.instant());
    return Explanation.of(permissions, request, firstMatching(request), decide(request));
  }

  private Decision decide(Request request) {
    var rule = firstMatching(request);
    if (rule.isPresent() && may(request, rule)) {
      return thawed(request, rule.get());
    }
    var could =
        people.all().stream()
            .filter(other -> !other.key().equals(request.person().key()))
            .filter(other -> may(request.by(other), firstMatching(request.by(other))))
            .map(Person::name)
            .toList();
    var denied = new Refusal(permissions.rules(), request, rule, could).decision();
    return people
        .trouble(request.person())
        .map(
            why ->
                new Decision.Denied(
                    denied.rule(), denied.explanation() + " Mind that " + why + "."))
        .orElse(denied);
  }

  /**
   * What the rules allow may have to wait, unless there is a reason and somebody who may give it.
   */
  private Decision thawed(Request request, Rule rule) {
    var holding = permissions.freezes().stream().filter(freeze -> freeze.stops(request)).toList();
    var reason = request.action().manner().override();
    var roles = request.person().roles();
    return holding.stream()
        .filter(freeze -> reason == null || !freeze.overridableBy(roles))
        .findFirst()
        .<Decision>map(freeze -> Refusal.frozen(freeze, request))
        .orElseGet(
            () ->
                new Decision.Allowed(
                    rule.place(), rule.code(), holding.stream().map(Freeze::told).toList()));
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
    return permissions.rules().stream()
        .filter(rule -> RuleMatch.matches(rule, request))
        .findFirst();
  }

  private static boolean may(Request request, Optional<Rule> rule) {
    var role = request.intent().permission();
    return rule.map(Rule::allow).orElse(false)
        && (role == null || request.person().roles().contains(role));
  }
}
