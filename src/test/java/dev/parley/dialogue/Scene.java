package dev.parley.dialogue;

import dev.parley.conversation.ConversationId;
import dev.parley.dialogue.DialogueInput.Begun;
import dev.parley.dialogue.DialogueInput.Heard;
import dev.parley.dialogue.DialogueInput.Judged;
import dev.parley.dialogue.DialogueInput.Planned;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import dev.parley.intent.RiskRule;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.understanding.DialogueAct;
import dev.parley.understanding.Entity;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.Link;
import dev.parley.understanding.Objection;
import dev.parley.understanding.ScoredIntent;
import dev.parley.understanding.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A dialogue with a world that answers its deeds, and the words to speak to it. */
final class Scene {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final IntentCatalog CATALOG =
      new IntentCatalog(
          List.of(
              intent("restart_service", Risk.HIGH, slot("service", SlotType.SERVICE), host()),
              intent("reload_service", Risk.MEDIUM, slot("service", SlotType.SERVICE), host()),
              intent("reboot_host", Risk.CRITICAL, host()),
              intent("host_uptime", Risk.LOW, host())));

  static final ActionRequest REBOOT =
      ActionRequest.of("reboot_host").with("host", List.of(SlotValue.of("web-01", "web-01")));

  final List<SystemAct> acts = new ArrayList<>();
  final List<Proposal> performed = new ArrayList<>();
  final List<String> withdrawn = new ArrayList<>();
  List<String> approvers = List.of("maria");
  boolean allowed = true;
  boolean codeIsRight = true;
  Instant now = NOON;
  Dialogue dialogue = Dialogue.start(new DialogueId(new ConversationId("test", "room"), "jason"));
  private final DialogueManager manager = new DialogueManager(DialoguePolicy.standard());

  private static Intent intent(String name, Risk risk, Slot... slots) {
    return new Intent(
        name,
        name,
        List.of(new RiskRule(Map.of(), risk)),
        null,
        false,
        List.of(slots),
        new ActionSpec.Lookup("hosts"),
        Map.of(),
        "1");
  }

  private static Slot slot(String name, SlotType type) {
    return new Slot(name, type, true, false, "Which " + name + "?", null);
  }

  private static Slot host() {
    return new Slot("host", SlotType.HOST, true, true, "Which host?", null);
  }

  /** One message, and everything that follows from it. */
  List<SystemAct> hear(Interpretation reading) {
    return happens(new Heard(reading));
  }

  /** One input, and everything that follows from it. */
  List<SystemAct> happens(DialogueInput input) {
    acts.clear();
    var inputs = new ArrayDeque<DialogueInput>();
    inputs.add(input);
    while (!inputs.isEmpty()) {
      var step = manager.step(dialogue, inputs.remove(), CATALOG, now);
      dialogue = step.next();
      for (var act : step.acts()) {
        acts.add(act);
        if (act instanceof SystemAct.WithdrawApproval withdraw) {
          withdrawn.add(withdraw.approval());
        } else if (act instanceof SystemAct.Deed) {
          inputs.add(answer(act));
        }
      }
    }
    return List.copyOf(acts);
  }

  /** The newest execution has ended. */
  List<SystemAct> ends(ExecutionStatus status) {
    return happens(new DialogueInput.Ended("execution-" + performed.size(), status));
  }

  Step step(DialogueInput input) {
    return manager.step(dialogue, input, CATALOG, now);
  }

  private DialogueInput answer(SystemAct deed) {
    if (deed instanceof SystemAct.AskPermission) {
      return new Judged(allowed, allowed ? "" : "permissions.yml:3 says no.");
    }
    if (deed instanceof SystemAct.Prepare prepare) {
      return new Planned(proposal(prepare.request()));
    }
    if (deed instanceof SystemAct.Offer offer) {
      return new DialogueInput.Offerable(allowed ? offer.options() : List.of());
    }
    if (deed instanceof SystemAct.CheckCode) {
      return new DialogueInput.CodeChecked(codeIsRight, false, codeIsRight ? "" : "Wrong.");
    }
    if (deed instanceof SystemAct.RequestApproval) {
      return approvers.isEmpty()
          ? new DialogueInput.Withheld("Nobody else holds the role approver.")
          : new DialogueInput.Awaiting("r4k9", now.plus(Duration.ofMinutes(30)), approvers);
    }
    if (deed instanceof SystemAct.SettleApproval) {
      return new DialogueInput.Answered(new SystemAct.NotSettled("Nothing waits."));
    }
    if (deed instanceof SystemAct.Suggest suggest) {
      var told = new SystemAct.NotUnderstood(suggest.near(), suggest.again());
      return new DialogueInput.Answered(told);
    }
    if (deed instanceof SystemAct.CancelScheduled) {
      return new DialogueInput.Answered(new SystemAct.NotCancelled("Nothing waits.", List.of()));
    }
    if (deed instanceof SystemAct.StopRun) {
      return new DialogueInput.Answered(new SystemAct.NothingRuns());
    }
    performed.add(((SystemAct.Perform) deed).proposal());
    return new Begun("execution-" + performed.size());
  }

  static Proposal proposal(ActionRequest request) {
    var risk = CATALOG.get(request.intent()).risk(request);
    return new Proposal(
        request,
        risk,
        "fingerprint of " + request.exactForm(),
        request.canonical("host").stream().map(name -> new Proposal.Target(name, name)).toList(),
        List.of(),
        List.of());
  }

  /** What takes a one-time password after the yes. */
  static Proposal withCode(ActionRequest request) {
    return proposal(request).on(new Proposal.Terms(true, "", "permissions.yml:3"));
  }

  SystemAct last() {
    return acts.get(acts.size() - 1);
  }

  Frame top() {
    return dialogue.top().orElseThrow();
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  static Interpretation asks(String intent, Entity... entities) {
    return reading(DialogueAct.INFORM, false, intent, entities);
  }

  /** A message that holds two requests. */
  static Interpretation asksBoth(String first, String second) {
    return new Interpretation(
        "said",
        null,
        DialogueAct.INFORM,
        false,
        Zone.ACT,
        List.of(new ScoredIntent(first, 0.9)),
        List.of(service("nginx"), host("web-01")),
        List.of(new Interpretation.Further(second, List.of(service("apache"), host("web-01")))),
        false,
        Link.NONE);
  }

  /** A message that holds three requests, all of them of low risk. */
  static Interpretation looksAtThree() {
    var first = asks("host_uptime", host("web-01"));
    return new Interpretation(
        first.text(),
        null,
        first.act(),
        false,
        first.zone(),
        first.ranking(),
        first.entities(),
        List.of(
            new Interpretation.Further("host_uptime", List.of(host("web-02"))),
            new Interpretation.Further("host_uptime", List.of(host("web-03")))),
        false,
        Link.NONE);
  }

  static Interpretation names(Entity... entities) {
    return reading(DialogueAct.INFORM, false, "", entities);
  }

  /** A reading with words in it that point at something said before. */
  static Interpretation pointing(Interpretation reading, Link.Pointer... pointers) {
    return reading.linked(
        new Link(Link.Change.REPLACE, false, false, Set.copyOf(Arrays.asList(pointers))));
  }

  /** A reading that changes what stands. */
  static Interpretation changing(Link.Change change, Entity... entities) {
    return reading(DialogueAct.CORRECT, false, "", entities)
        .linked(new Link(change, false, false, Set.of()));
  }

  static Interpretation act(DialogueAct act) {
    return reading(act, true, "");
  }

  static Interpretation reading(DialogueAct act, boolean bare, String intent, Entity... entities) {
    List<ScoredIntent> ranking =
        intent.isEmpty() ? List.of() : List.of(new ScoredIntent(intent, 0.9));
    var zone = intent.isEmpty() ? Zone.DECLINE : Zone.ACT;
    return new Interpretation(
        "said", null, act, bare, zone, ranking, Arrays.asList(entities), false);
  }

  /** "What can I choose from?" */
  static Interpretation asksWhatItMayBe() {
    return new Interpretation(
        "what are the options?",
        null,
        DialogueAct.CHOICES,
        true,
        Zone.DECLINE,
        List.of(),
        List.of(),
        false);
  }

  /** A message that is only a name. */
  static Interpretation types(String name) {
    var value = SlotValue.of(name, name);
    var entity = new Entity(SlotType.HOST, null, name, 0, name.length(), List.of(value), List.of());
    return new Interpretation(
        name, null, DialogueAct.INFORM, false, Zone.DECLINE, List.of(), List.of(entity), false);
  }

  static Interpretation exact(String intent, Entity... entities) {
    return new Interpretation(
        "said",
        null,
        DialogueAct.INFORM,
        false,
        Zone.ACT,
        List.of(new ScoredIntent(intent, 1)),
        Arrays.asList(entities),
        true);
  }

  static Interpretation offers(String... intents) {
    var ranking = Arrays.stream(intents).map(name -> new ScoredIntent(name, 0.4)).toList();
    return new Interpretation(
        "said", null, DialogueAct.INFORM, false, Zone.OFFER, ranking, List.of(), false);
  }

  /** One reading that is offered, with what it names. */
  static Interpretation offering(String intent, Entity... entities) {
    return new Interpretation(
        "said",
        null,
        DialogueAct.INFORM,
        false,
        Zone.OFFER,
        List.of(new ScoredIntent(intent, 0.4)),
        Arrays.asList(entities),
        false);
  }

  static Interpretation says(String text) {
    return new Interpretation(
        text, null, DialogueAct.INFORM, false, Zone.DECLINE, List.of(), List.of(), false);
  }

  static Interpretation objectionable() {
    return new Interpretation(
        "said",
        new Objection(Objection.Kind.SHELL_SYNTAX, "&&"),
        DialogueAct.AFFIRM,
        true,
        Zone.ACT,
        List.of(new ScoredIntent("host_uptime", 1)),
        List.of(host("web-01")),
        false);
  }

  static Entity host(String name) {
    return entity(SlotType.HOST, SlotValue.of(name, name));
  }

  static Entity service(String name) {
    return entity(SlotType.SERVICE, SlotValue.of(name, name));
  }

  static Entity unknownHost(String name, String... near) {
    var value = List.of(SlotValue.unknown(name));
    return new Entity(SlotType.HOST, null, name, 0, 0, value, Arrays.asList(near));
  }

  /** "web-01 or web-02" */
  static Entity eitherHost(String one, String other) {
    var values = List.of(SlotValue.of(one, one), SlotValue.of(other, other));
    return new Entity(SlotType.HOST, null, one + " or " + other, 0, 0, values, List.of(one, other));
  }

  static Entity ambiguousHost(String text, String... candidates) {
    return new Entity(SlotType.HOST, null, text, 0, 0, List.of(), Arrays.asList(candidates));
  }

  private static Entity entity(SlotType type, SlotValue value) {
    return new Entity(type, null, value.spoken(), 0, 0, List.of(value), List.of());
  }
}
