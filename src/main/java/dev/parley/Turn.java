package dev.parley;

import dev.parley.action.Action.UnplannableException;
import dev.parley.action.Execution;
import dev.parley.audit.AuditEvent;
import dev.parley.command.Command;
import dev.parley.command.CommandReading;
import dev.parley.conversation.Utterance;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.DialogueInput;
import dev.parley.dialogue.Draft;
import dev.parley.dialogue.Frame;
import dev.parley.dialogue.Step;
import dev.parley.dialogue.SystemAct;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Discretion;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.inventory.SlotChoices;
import dev.parley.knowledge.Knowledge;
import dev.parley.permission.Decision;
import dev.parley.permission.OneTimePasswords;
import dev.parley.person.LinkCodes;
import dev.parley.person.Person;
import dev.parley.schedule.Scheduled;
import dev.parley.understanding.Expectation;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.Objection;
import dev.parley.understanding.SetPhrase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message, or one thing that happened, on its way through a dialogue: the core decides, this
 * carries out its deeds.
 */
final class Turn {
  private final Moment moment;
  private final Mind mind;
  private final Stores stores;
  private final Knowledge knowledge;
  private final Participant whose;
  private final Person person;
  private final Instant now;

  private final ArrayDeque<DialogueInput> inputs = new ArrayDeque<>();
  private final List<SystemAct.Saying> sayings = new ArrayList<>();
  private final List<Execution> started = new ArrayList<>();
  private final List<Scheduled> scheduled = new ArrayList<>();
  private final List<Execution> toStop = new ArrayList<>();
  private final List<TurnResult> elsewhere = new ArrayList<>();
  private Dialogue dialogue;
  private @Nullable ActionRequest about;
  private @Nullable Person approver;
  private @Nullable Interpretation heard;
  private @Nullable Utterance kept;
  private String code = "";

  Turn(Moment moment, Participant whose) {
    this.moment = moment;
    this.mind = moment.mind();
    this.stores = moment.stores();
    this.knowledge = moment.knowledge();
    this.whose = whose;
    this.person = whose.person();
    this.now = moment.now();
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
    var secrets = new SecretValues(knowledge.catalog(), mind.planner().box(), expected);
    var discreet = utterance.saying(secrets.kept(command, utterance.text()));
    kept = discreet;
    var linking = new LinkDesk(moment, whose).answer(said.text());
    if (linking.isPresent()) {
      sayings.add(linking.get());
      stores.audit().append(heard(discreet));
      return result(null);
    }
    var settlement = Settlement.of(utterance.text());
    if (settlement.isPresent()) {
      sayings.add(new SettlementDesk(moment).settle(settlement.get(), whose));
      stores.audit().append(heard(discreet));
      return result(null);
    }
    if (overtaken && standing() != null) {
      askAgain(standing());
      stores.audit().append(heard(discreet));
      return result(null);
    }
    var aside = given.isPresent() ? Optional.of(aside(given.get())) : phrase.flatMap(this::aside);
    if (aside.isPresent()) {
      advanceAll(aside.get());
      stores.audit().append(heard(discreet));
      return result(null);
    }
    if (command instanceof Command.Malformed malformed) {
      var request = ActionRequest.of(malformed.intent());
      sayings.add(new SystemAct.CannotRun(request, secrets.told(malformed, wish.text())));
      stores.audit().append(heard(discreet));
      return result(null);
    }
    var reading = read(command, wish, expected, secrets);
    // what stands around a dry run's request holds nothing to hide
    kept = utterance.saying(utterance.text().replace(wish.text(), kept().text()));
    heard = reading;
    advanceAll(new DialogueInput.Heard(reading, dry.isPresent()));
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
      case DRY_RUN -> Optional.empty();
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
      sayings.add(new SystemAct.SentBefore());
      sayings.add(new SystemAct.AskConfirmation(shown.proposal(), shown.expiresAt(), true));
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

  /**
   * Reads a message. A secret that is asked for is read and closed up; any other is taken out
   * before anything is read.
   */
  private Interpretation read(
      @Nullable Command command, Utterance utterance, Expectation expected, SecretValues secrets) {
    var open = Discretion.over(utterance.text());
    boolean bare = open.equals(utterance.text());
    var reading = bare || secrets.wanted(command) ? read(command, utterance, expected) : null;
    if (reading != null) {
      var closed = secrets.closed(reading);
      boolean none = closed == reading;
      if (!none || bare) {
        kept =
            none
                ? utterance
                : utterance.saying(
                    command == null ? closed.text() : secrets.kept(command, utterance.text()));
        return closed;
      }
    }
    kept = utterance.saying(open);
    var without = knowledge.commands().parse(open).orElse(null);
    return usable(read(without, kept, expected));
  }

  private Interpretation read(
      @Nullable Command command, Utterance utterance, Expectation expected) {
    return command instanceof Command.Understood understood
        ? CommandReading.of(
            understood, utterance.text(), intent(understood.request()), knowledge.resolver())
        : knowledge.nlu().read(utterance, expected);
  }

  /** A value of which a part was taken out is none. */
  private static Interpretation usable(Interpretation reading) {
    boolean cut =
        reading.entities().stream().anyMatch(one -> one.text().contains(Discretion.HIDDEN));
    return cut
        ? reading.objecting(new Objection(Objection.Kind.SECRET, Discretion.HIDDEN))
        : reading;
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
        sayings.add(saying);
      } else {
        carryOut(act).ifPresent(inputs::add);
      }
    }
  }

  /** Does what the core wants of the world; what the world answers goes back into the core. */
  private Optional<DialogueInput> carryOut(SystemAct deed) {
    if (deed instanceof SystemAct.AskPermission ask) {
      return Optional.of(judge(ask.request()));
    }
    if (deed instanceof SystemAct.Prepare prepare) {
      return Optional.of(prepare(prepare.request()));
    }
    if (deed instanceof SystemAct.Perform perform) {
      return Optional.of(perform(perform.proposal()));
    }
    if (deed instanceof SystemAct.RequestApproval request) {
      return Optional.of(moment.approvals().request(request.proposal(), whose));
    }
    if (deed instanceof SystemAct.WithdrawApproval withdraw) {
      moment.approvals().withdraw(withdraw.approval(), whose);
      return Optional.empty();
    }
    if (deed instanceof SystemAct.Offer offer) {
      return Optional.of(new DialogueInput.Offerable(mayAsk(offer.options())));
    }
    if (deed instanceof SystemAct.CheckCode) {
      return Optional.of(new CodeDesk(stores, whose, now).check(code));
    }
    if (deed instanceof SystemAct.SettleApproval settle) {
      return Optional.of(new DialogueInput.Answered(settle(settle)));
    }
    return Optional.of(
        new DialogueInput.Answered(
            deed instanceof SystemAct.CancelScheduled cancel
                ? callOff(cancel.meant())
                : deed instanceof SystemAct.Suggest wish
                    ? suggest(wish)
                    : stop((SystemAct.StopRun) deed)));
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
    elsewhere.add(led);
    started.addAll(led.started());
    scheduled.addAll(led.scheduled());
    return ApprovalDesk.told(approval, deed.approve(), led);
  }

  /** What runs, else what waits for its time here. */
  private SystemAct.Saying stop(SystemAct.StopRun wish) {
    var desk = new ScheduleDesk(moment);
    var picked = desk.picked(wish.runs());
    if (!picked.isEmpty()) {
      var told = picked.stream().map(later -> desk.cancel(List.of(later), whose)).toList();
      sayings.addAll(told.subList(1, told.size()));
      return told.get(0);
    }
    var stop = new Running(moment, whose).stop(wish);
    toStop.addAll(stop.executions());
    return stop.saying() instanceof SystemAct.NothingRuns ? callOffInstead() : stop.saying();
  }

  private SystemAct.Saying callOffInstead() {
    var desk = new ScheduleDesk(moment);
    var meant = heard == null ? List.<Scheduled>of() : desk.ownHere(heard, whose);
    return meant.isEmpty() ? new SystemAct.NothingRuns() : desk.cancel(meant, whose);
  }

  /** "Cancel the restart of apache" may also mean one that runs. */
  private SystemAct.Saying callOff(Interpretation said) {
    var desk = new ScheduleDesk(moment);
    var meant = desk.meant(said, whose);
    boolean other = meant.isEmpty() && !said.text().toLowerCase(Locale.ROOT).contains("schedul");
    return other && new Running(moment, whose).any()
        ? stop(new SystemAct.StopRun(said.text(), List.of()))
        : desk.cancel(meant, whose);
  }

  /** Of what comes near, only what this person may ask for. */
  private SystemAct.Saying suggest(SystemAct.Suggest wish) {
    return new SystemAct.NotUnderstood(mayAsk(wish.near()), wish.again());
  }

  private List<Draft> mayAsk(List<Draft> drafts) {
    return drafts.stream().filter(draft -> mayAsk(draft.request().intent())).toList();
  }

  private boolean mayAsk(String name) {
    var request = ActionRequest.of(name);
    var intent = intent(request);
    return decide(intent, request, intent.risk(request)) instanceof Decision.Allowed;
  }

  private DialogueInput judge(ActionRequest request) {
    var intent = intent(request);
    var decision = decide(intent, request, intent.risk(request));
    if (decision instanceof Decision.Denied denied) {
      refuse(request, denied);
      return new DialogueInput.Judged(false, denied.explanation(), denied.overridable());
    }
    var withoutCode = withoutCode(request, (Decision.Allowed) decision);
    if (!withoutCode.isEmpty()) {
      return new DialogueInput.Judged(false, withoutCode);
    }
    var untimely = DueTime.problem(request, now, person.zone());
    if (intent.schedulable() && untimely.isPresent()) {
      return new DialogueInput.Unplannable(untimely.get());
    }
    return mind.planner()
        .unavailable(intent)
        .<DialogueInput>map(DialogueInput.Unplannable::new)
        .orElseGet(() -> new DialogueInput.Judged(true, ""));
  }

  /** Why somebody cannot give the code that this takes; empty when they can, or it takes none. */
  private String withoutCode(ActionRequest request, Decision.Allowed allowed) {
    if (!allowed.code() || request.manner().dry()) {
      return "";
    }
    var missing = new CodeDesk(stores, whose, now).missing(allowed.rule());
    if (!missing.isEmpty()) {
      refuse(request, new Decision.Denied(allowed.rule(), missing));
    }
    return missing;
  }

  private Decision decide(Intent intent, ActionRequest request, Risk risk) {
    return mind.gatekeeper().judge(person, intent, request, risk, whose.conversation());
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
      var bare = propose(request);
      // what it would touch may have raised its risk, and another rule may be about that
      var decision = decide(intent(request), request, bare.risk());
      if (decision instanceof Decision.Denied denied) {
        refuse(request, denied);
        return new DialogueInput.Unplannable(denied.explanation());
      }
      var allowed = (Decision.Allowed) decision;
      var withoutCode = withoutCode(request, allowed);
      if (!withoutCode.isEmpty()) {
        return new DialogueInput.Unplannable(withoutCode);
      }
      var planned = bare.on(terms(allowed)).warned(overrides(request, allowed));
      var due = due(request);
      var proposal = due.map(planned::dueAt).orElse(planned);
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

  private Proposal.Terms terms(Decision.Allowed allowed) {
    return new Proposal.Terms(allowed.code(), knowledge.modelVersion(), allowed.rule());
  }

  private static List<String> overrides(ActionRequest request, Decision.Allowed allowed) {
    return allowed.overridden().stream()
        .map(freeze -> "this overrides " + freeze + ": " + request.manner().override())
        .toList();
  }

  private Optional<Instant> due(ActionRequest request) {
    return intent(request).schedulable()
        ? DueTime.of(request, now, person.zone())
        : Optional.empty();
  }

  private Proposal propose(ActionRequest request) {
    return mind.planner()
        .propose(intent(request), request, knowledge.inventory(), person, whose.conversation());
  }

  /** Judged and planned once more: what was confirmed is what runs, or nothing does. */
  private DialogueInput perform(Proposal proposal) {
    var request = proposal.request();
    var decision = decide(intent(request), request, proposal.risk());
    if (decision instanceof Decision.Denied denied) {
      refuse(request, denied);
      return new DialogueInput.Withheld(denied.explanation());
    }
    var allowed = (Decision.Allowed) decision;
    try {
      var changed = WhatChanged.between(proposal, propose(request).on(terms(allowed)));
      if (changed.isPresent()) {
        return new DialogueInput.Withheld(changed.get());
      }
    } catch (UnplannableException e) {
      return new DialogueInput.Withheld(e.problem());
    }
    recordOverrides(request, allowed);
    if (proposal.due() != null) {
      return schedule(proposal, decision.rule());
    }
    return new DialogueInput.Begun(accept(proposal, decision.rule()));
  }

  private void recordOverrides(ActionRequest request, Decision.Allowed allowed) {
    for (var freeze : allowed.overridden()) {
      stores
          .audit()
          .append(
              new AuditEvent.FreezeOverridden(
                  now,
                  person.key(),
                  place(),
                  request.exactForm(),
                  freeze,
                  String.valueOf(request.manner().override())));
    }
  }

  /** A yes may come after the time that it is about. */
  private DialogueInput schedule(Proposal proposal, String rule) {
    if (ScheduleDesk.late(Objects.requireNonNull(proposal.due()), now, moment.grace())) {
      return new DialogueInput.Withheld(
          "The time for that has passed meanwhile, so nothing was done. Ask again for another time,"
              + " or for now: "
              + proposal.request().without(Slot.WHEN).exactForm());
    }
    var later = new ScheduleDesk(moment).add(proposal, whose, approver, rule);
    scheduled.add(later);
    return new DialogueInput.Begun(later.id(), later.shortId());
  }

  private String accept(Proposal proposal, String rule) {
    var id = UUID.randomUUID().toString();
    var execution =
        new Execution(
            id,
            proposal,
            person.key(),
            whose.speaker(),
            whose.conversation(),
            approver == null ? null : approver.key(),
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

  private AuditEvent heard(Utterance utterance) {
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
    return new TurnResult(
        whose, dialogue, sayings, started, scheduled, toStop, about, reading, elsewhere);
  }

  private Intent intent(ActionRequest request) {
    return knowledge.catalog().get(request.intent());
  }

  private String place() {
    return whose.place();
  }
}
