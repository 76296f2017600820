package dev.parley;

import dev.parley.action.Action.UnplannableException;
import dev.parley.action.Execution;
import dev.parley.audit.AuditEvent;
import dev.parley.command.Command;
import dev.parley.command.CommandReading;
import dev.parley.conversation.Utterance;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.DialogueInput;
import dev.parley.dialogue.DialogueManager;
import dev.parley.dialogue.Frame;
import dev.parley.dialogue.SystemAct;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import dev.parley.inventory.SlotChoices;
import dev.parley.knowledge.Knowledge;
import dev.parley.permission.Decision;
import dev.parley.person.Person;
import dev.parley.understanding.Expectation;
import dev.parley.understanding.Interpretation;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message on its way through the dialogue: the core decides, this carries out its deeds. */
final class Turn {
  private final Mind mind;
  private final Stores stores;
  private final DialogueManager manager;
  private final Knowledge knowledge;
  private final Person person;
  private final Utterance utterance;
  private final Instant now;

  private final ArrayDeque<DialogueInput> inputs = new ArrayDeque<>();
  private final List<SystemAct.Saying> sayings = new ArrayList<>();
  private final List<Execution> started = new ArrayList<>();
  private Dialogue dialogue;
  private @Nullable ActionRequest about;

  Turn(
      Mind mind,
      Stores stores,
      DialogueManager manager,
      Knowledge knowledge,
      Person person,
      Utterance utterance,
      Instant now,
      Dialogue dialogue) {
    this.mind = mind;
    this.stores = stores;
    this.manager = manager;
    this.knowledge = knowledge;
    this.person = person;
    this.utterance = utterance;
    this.now = now;
    this.dialogue = dialogue;
  }

  /** Hears the message to the end: until nothing is left but words. */
  TurnResult take() {
    var command = knowledge.commands().parse(utterance.text()).orElse(null);
    if (command instanceof Command.Malformed malformed) {
      var request = ActionRequest.of(malformed.intent());
      sayings.add(new SystemAct.CannotRun(request, malformed.problem()));
      return result(null);
    }
    var reading = read(command);
    inputs.add(new DialogueInput.Heard(reading));
    while (!inputs.isEmpty()) {
      advance(inputs.remove());
    }
    stores.audit().append(heard());
    return result(reading);
  }

  private Interpretation read(@Nullable Command command) {
    return command instanceof Command.Understood understood
        ? CommandReading.of(
            understood, utterance.text(), intent(understood.request()), knowledge.resolver())
        : knowledge.nlu().read(utterance, expectation());
  }

  /** What is waited for; a question that listed no choices of its own was shown with the usual. */
  private Expectation expectation() {
    var expected = manager.expectation(dialogue, knowledge.catalog(), now);
    var slot = expected.asked();
    if (slot == null
        || !expected.choices().isEmpty()
        || !(dialogue.top().orElse(null) instanceof Frame.Collecting frame)) {
      return expected;
    }
    var shown = SlotChoices.of(slot.type(), frame.draft().request(), knowledge.inventory());
    return new Expectation(expected.pending(), slot, shown, expected.confirming());
  }

  private void advance(DialogueInput input) {
    var step = manager.step(dialogue, input, knowledge.catalog(), now);
    dialogue = step.next();
    about = step.about() == null ? about : step.about();
    for (var act : step.acts()) {
      if (act instanceof SystemAct.Saying saying) {
        sayings.add(saying);
      } else {
        inputs.add(carryOut(act));
      }
    }
  }

  private DialogueInput carryOut(SystemAct deed) {
    if (deed instanceof SystemAct.AskPermission ask) {
      return judge(ask.request());
    }
    if (deed instanceof SystemAct.Prepare prepare) {
      return prepare(prepare.request());
    }
    return perform(((SystemAct.Perform) deed).proposal());
  }

  private DialogueInput judge(ActionRequest request) {
    var intent = intent(request);
    var decision = decide(intent, request, intent.risk(request));
    if (decision instanceof Decision.Denied denied) {
      refuse(request, denied);
      return new DialogueInput.Judged(false, denied.explanation());
    }
    return new DialogueInput.Judged(true, "");
  }

  private Decision decide(Intent intent, ActionRequest request, Risk risk) {
    return mind.gatekeeper().judge(person, intent, request, risk, utterance.conversation());
  }

  private void refuse(ActionRequest request, Decision.Denied denied) {
    stores
        .audit()
        .append(
            new AuditEvent.RequestRefused(
                now, person.key(), place(), request.exactForm(), denied.rule()));
  }

  private DialogueInput prepare(ActionRequest request) {
    try {
      var proposal = propose(request);
      stores
          .audit()
          .append(
              new AuditEvent.ActionProposed(
                  now, person.key(), place(), request.exactForm(), proposal.fingerprint()));
      return new DialogueInput.Planned(proposal);
    } catch (UnplannableException e) {
      return new DialogueInput.Unplannable(e.problem());
    }
  }

  private Proposal propose(ActionRequest request) {
    return mind.planner()
        .propose(intent(request), request, knowledge.inventory(), person, utterance.conversation());
  }

  /** Judged and planned once more: what was confirmed is what runs, or nothing does. */
  private DialogueInput perform(Proposal proposal) {
    var request = proposal.request();
    var decision = decide(intent(request), request, proposal.risk());
    if (decision instanceof Decision.Denied denied) {
      refuse(request, denied);
      return new DialogueInput.Withheld(denied.explanation());
    }
    try {
      if (!propose(request).fingerprint().equals(proposal.fingerprint())) {
        return new DialogueInput.Withheld(
            "What would run has changed since you were asked, so nothing was done. Ask again: "
                + request.exactForm());
      }
    } catch (UnplannableException e) {
      return new DialogueInput.Withheld(e.problem());
    }
    return new DialogueInput.Begun(accept(proposal, decision.rule()));
  }

  private String accept(Proposal proposal, String rule) {
    var id = UUID.randomUUID().toString();
    var execution =
        new Execution(
            id,
            proposal,
            person.key(),
            utterance.speaker(),
            utterance.conversation(),
            ExecutionStatus.SCHEDULED,
            null,
            now,
            null,
            null);
    stores.journal().accept(execution);
    started.add(execution);
    stores
        .audit()
        .append(
            new AuditEvent.ActionAccepted(
                now,
                person.key(),
                place(),
                id,
                proposal.request().exactForm(),
                proposal.fingerprint(),
                rule));
    return id;
  }

  private AuditEvent heard() {
    return new AuditEvent.MessageHeard(
        now,
        person.key(),
        place(),
        utterance.speaker().account(),
        utterance.messageId(),
        utterance.text(),
        about == null ? "" : about.intent());
  }

  private TurnResult result(@Nullable Interpretation reading) {
    return new TurnResult(dialogue, sayings, started, about, reading);
  }

  private Intent intent(ActionRequest request) {
    return knowledge.catalog().get(request.intent());
  }

  private String place() {
    return utterance.conversation().toString();
  }
}
