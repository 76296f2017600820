package dev.parley;

import dev.parley.audit.AuditEvent;
import dev.parley.command.Command;
import dev.parley.conversation.Utterance;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.DialogueInput;
import dev.parley.dialogue.Frame;
import dev.parley.dialogue.Step;
import dev.parley.dialogue.SystemAct;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Discretion;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import dev.parley.intent.SlotType;
import dev.parley.inventory.SlotChoices;
import dev.parley.knowledge.Knowledge;
import dev.parley.permission.OneTimePasswords;
import dev.parley.person.LinkCodes;
import dev.parley.person.Person;
import dev.parley.understanding.Expectation;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.SetPhrase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message, or one thing that happened, on its way through a dialogue: the core decides, this
 * carries out its deeds.
 */
final class Turn {
  private final Moment moment;
  private final Stores stores;
  private final Knowledge knowledge;
  private final Participant whose;
  private final Person person;
  private final Instant now;
  private final PermissionDesk permissions;
  private final PlanDesk plans;

  private final ArrayDeque<DialogueInput> inputs = new ArrayDeque<>();
  private final Deeds deeds = Deeds.none();
  private Dialogue dialogue;
  private @Nullable ActionRequest about;
  private @Nullable Person approver;
  private @Nullable Interpretation heard;
  private @Nullable Utterance kept;
  private String code = "";

  Turn(Moment moment, Participant whose) {
    this.moment = moment;
    this.stores = moment.stores();
    this.knowledge = moment.knowledge();
    this.whose = whose;
    this.person = whose.person();
    this.now = moment.now();
    this.permissions = new PermissionDesk(moment, whose);
    this.plans = new PlanDesk(moment, whose, permissions);
    this.dialogue =
        stores.dialogues().find(whose.dialogue()).orElseGet(() -> Dialogue.start(whose.dialogue()));
  }

  /** A message without the codes in it, which serve nobody who reads it. */
  private Utterance codeless(Utterance said) {
    var text = LinkCodes.masked(said.text());
    return said.saying(isCodeAwaited() ? OneTimePasswords.masked(text) : text);
  }

  private boolean isCodeAwaited() {
    return dialogue.top().orElse(null) instanceof Frame.Proving;
  }

  /**
   * Hears a message to the end: until nothing is left but words.
   *
   * @param overtaken whether it was sent before one of this person's that was heard already
   */
  TurnResult hear(Utterance said, boolean overtaken) {
    var given = isCodeAwaited() ? OneTimePasswords.in(said.text()) : Optional.<String>empty();
    var utterance = codeless(said);
    follow(moment.manager().fitted(dialogue, knowledge.catalog()));
    var expected = expectation();
    var phrase =
        isTextAsked(expected) ? Optional.<SetPhrase>empty() : SetPhrase.of(utterance.text());
    var dry = phrase.filter(form -> form.kind() == SetPhrase.Kind.DRY_RUN);
    var wish = dry.map(form -> utterance.saying(form.rest())).orElse(utterance);
    var command = knowledge.commands().parse(wish.text()).orElse(null);
    var secrets = new SecretValues(knowledge.catalog(), moment.mind().planner().box(), expected);
    kept = utterance.saying(secrets.kept(command, utterance.text()));
    var answer = atADesk(said, utterance);
    if (answer.isPresent()) {
      deeds.sayings().add(answer.get());
      return noted(null);
    }
    if (overtaken && standing() != null) {
      askAgain(standing());
      return noted(null);
    }
    var carried = phrase.filter(CarryDesk::concerns);
    if (carried.isPresent()) {
      carry(carried.get().rest());
      return noted(null);
    }
    var aside = given.isPresent() ? Optional.of(aside(given.get())) : phrase.flatMap(this::aside);
    if (aside.isPresent()) {
      advanceAll(aside.get());
      return noted(null);
    }
    if (command instanceof Command.Malformed malformed) {
      var request = ActionRequest.of(malformed.intent());
      var problem = secrets.told(malformed, wish.text());
      deeds.sayings().add(new SystemAct.CannotRun(request, problem));
      return noted(null);
    }
    var read = new DiscreetReading(knowledge, expected, secrets).of(command, wish);
    // what stands around a dry run's request holds nothing to hide
    kept = utterance.saying(utterance.text().replace(wish.text(), read.kept().text()));
    heard = read.reading();
    advanceAll(new DialogueInput.Heard(read.reading(), dry.isPresent()));
    return noted(read.reading());
  }

  /** Answers a message that is not taken up, and says why. */
  TurnResult declined(Utterance said, String why) {
    kept = codeless(said);
    deeds.sayings().add(new SystemAct.Remark(why));
    return noted(null);
  }

  /** What was asked for elsewhere goes on here; there, it is over. */
  private void carry(String meant) {
    var desk = new CarryDesk(moment, whose);
    var found = desk.find(meant);
    if (found.isEmpty()) {
      deeds.sayings().add(new SystemAct.Remark(desk.explanation(meant)));
      return;
    }
    var there = found.get();
    deeds
        .elsewhere()
        .add(new Turn(moment, there.whose()).carriedOff(desk.name(whose.conversation())));
    advanceAll(new DialogueInput.TakenUp(there.draft()));
  }

  private TurnResult carriedOff(String to) {
    follow(moment.manager().fitted(dialogue, knowledge.catalog()));
    advanceAll(new DialogueInput.CarriedOff(to));
    return result(null);
  }

  /** What is no matter of the dialogue. */
  private Optional<SystemAct.Saying> atADesk(Utterance said, Utterance codeless) {
    return new LinkDesk(moment, whose)
        .answer(said.text())
        .or(
            () ->
                Settlement.of(codeless.text())
                    .map(settlement -> new SettlementDesk(moment).settle(settlement, whose)));
  }

  private TurnResult noted(@Nullable Interpretation reading) {
    stores.audit().append(heard(kept()));
    return result(reading);
  }

  private DialogueInput aside(String typed) {
    code = typed;
    return new DialogueInput.CodeGiven();
  }

  /** What is said in a set form and stands for itself. */
  private Optional<DialogueInput> aside(SetPhrase phrase) {
    return switch (phrase.kind()) {
      case WHAT_IF -> Optional.of(new DialogueInput.WhatIf());
      case OVERRIDE ->
          dialogue.agenda().stream().anyMatch(Frame.Frozen.class::isInstance)
              ? Optional.of(new DialogueInput.Overridden(Discretion.over(phrase.rest())))
              : Optional.empty();
      case DRY_RUN, CONTINUE -> Optional.empty();
    };
  }

  /** A text that is asked for is its value, whatever its form. */
  private static boolean isTextAsked(Expectation expected) {
    var asked = expected.asked();
    return asked != null && asked.type().kind() == SlotType.Kind.TEXT;
  }

  /** What is kept of the message: all of it but codes and secrets. */
  Utterance kept() {
    return Objects.requireNonNull(kept);
  }

  /** The confirmation that waits for a yes. */
  private Frame.@Nullable Confirming standing() {
    return dialogue.top().orElse(null) instanceof Frame.Confirming frame
            && now.isBefore(frame.expiresAt())
        ? frame
        : null;
  }

  /** What was sent before something was shown is no yes to it, nor anything else about it. */
  private void askAgain(Frame.@Nullable Confirming shown) {
    if (shown != null) {
      deeds.sayings().add(new SystemAct.SentBefore());
      deeds.sayings().add(new SystemAct.AskConfirmation(shown.proposal(), shown.expiresAt(), true));
    }
  }

  /**
   * Takes up what a second person said to what waits in this dialogue.
   *
   * @param by whoever approved or rejected it
   */
  TurnResult settled(DialogueInput input, Person by) {
    approver = by;
    follow(moment.manager().fitted(dialogue, knowledge.catalog()));
    advanceAll(input);
    return result(null);
  }

  /** Tells that an action has ended; nothing when nothing was to follow it. */
  Optional<TurnResult> ended(String executionId, ExecutionStatus status) {
    var before = dialogue;
    advanceAll(new DialogueInput.Ended(executionId, status));
    return dialogue.equals(before) ? Optional.empty() : Optional.of(result(null));
  }

  /**
   * Tells that the time of something went by.
   *
   * @param ask whether it may be asked for anew; what changes nothing begins without a question
   */
  TurnResult missed(Proposal proposal, boolean ask, boolean restored) {
    follow(moment.manager().fitted(dialogue, knowledge.catalog()));
    boolean confirmed =
        knowledge
            .catalog()
            .find(proposal.request().intent())
            .filter(intent -> intent.risk(proposal.request()) != Risk.LOW)
            .isPresent();
    advanceAll(new DialogueInput.Missed(proposal, ask && confirmed, restored));
    return result(null);
  }

  private void advanceAll(DialogueInput first) {
    inputs.add(first);
    while (!inputs.isEmpty()) {
      follow(moment.manager().step(dialogue, inputs.remove(), knowledge.catalog(), now));
    }
  }

  /** What is waited for; a question that listed no choices of its own was shown with the usual. */
  private Expectation expectation() {
    var expected = moment.manager().expectation(dialogue, knowledge.catalog(), now);
    var slot = expected.asked();
    if (slot == null
        || !expected.choices().isEmpty()
        || !(dialogue.top().orElse(null) instanceof Frame.Collecting frame)) {
      return expected;
    }
    var shown = SlotChoices.of(slot.type(), frame.draft().request(), knowledge.inventory());
    return expected.asking(slot, shown);
  }

  private void follow(Step step) {
    dialogue = step.next();
    about = step.about() == null ? about : step.about();
    for (var act : step.acts()) {
      if (act instanceof SystemAct.Saying saying) {
        deeds.sayings().add(saying);
      } else {
        carryOut(act).ifPresent(inputs::add);
      }
    }
  }

  /** Does what the core wants of the world; what the world answers goes back into the core. */
  private Optional<DialogueInput> carryOut(SystemAct deed) {
    if (deed instanceof SystemAct.AskPermission ask) {
      return Optional.of(permissions.judge(ask.request()));
    }
    if (deed instanceof SystemAct.Prepare prepare) {
      return Optional.of(plans.prepare(prepare.request()));
    }
    if (deed instanceof SystemAct.Perform perform) {
      var desk = new BeginDesk(moment, whose, permissions, plans, approver, deeds);
      return Optional.of(desk.perform(perform.proposal()));
    }
    if (deed instanceof SystemAct.RequestApproval request) {
      return Optional.of(moment.approvals().request(request.proposal(), whose));
    }
    if (deed instanceof SystemAct.WithdrawApproval withdraw) {
      moment.approvals().withdraw(withdraw.approval(), whose);
      return Optional.empty();
    }
    if (deed instanceof SystemAct.Offer offer) {
      return Optional.of(new DialogueInput.Offerable(permissions.mayAsk(offer.options())));
    }
    if (deed instanceof SystemAct.CheckCode) {
      return Optional.of(new CodeDesk(stores, whose, now).check(code));
    }
    return Optional.of(new DialogueInput.Answered(answer(deed)));
  }

  /** Does what changes nothing in this dialogue, and says how that went. */
  private SystemAct.Saying answer(SystemAct deed) {
    if (deed instanceof SystemAct.SettleApproval settle) {
      return settle(settle);
    }
    if (deed instanceof SystemAct.CancelScheduled cancel) {
      return new StopDesk(moment, whose, deeds).callOff(cancel.meant());
    }
    return deed instanceof SystemAct.Suggest wish
        ? suggest(wish)
        : new StopDesk(moment, whose, deeds).stop((SystemAct.StopRun) deed, heard);
  }

  /** What somebody else asked for goes on, or ends, in their own dialogue. */
  private SystemAct.Saying settle(SystemAct.SettleApproval deed) {
    var desk = moment.approvals();
    var meant = desk.meant(deed.said(), whose);
    var objection = desk.objection(meant, whose);
    if (!objection.isEmpty()) {
      return new SystemAct.NotSettled(objection);
    }
    var approval = meant.get(0);
    desk.settle(approval, deed.approve(), whose);
    var asker = desk.asker(approval);
    var input =
        deed.approve()
            ? new DialogueInput.Approved(approval.id(), person.name())
            : new DialogueInput.Rejected(approval.id(), person.name());
    var led = new Turn(moment, asker).settled(input, person);
    deeds.elsewhere().add(led);
    deeds.started().addAll(led.started());
    deeds.scheduled().addAll(led.scheduled());
    return ApprovalDesk.told(approval, deed.approve(), led);
  }

  /** Of what comes near, only what this person may ask for. */
  private SystemAct.Saying suggest(SystemAct.Suggest wish) {
    return new SystemAct.NotUnderstood(permissions.mayAsk(wish.near()), wish.again());
  }

  private AuditEvent heard(Utterance utterance) {
    return new AuditEvent.MessageHeard(
        now,
        person.key(),
        whose.place(),
        utterance.speaker().account(),
        utterance.messageId(),
        utterance.text(),
        about == null ? "" : about.intent());
  }

  private TurnResult result(@Nullable Interpretation reading) {
    return new TurnResult(
        whose,
        dialogue,
        deeds.sayings(),
        deeds.started(),
        deeds.scheduled(),
        deeds.toStop(),
        about,
        reading,
        deeds.elsewhere());
  }
}
