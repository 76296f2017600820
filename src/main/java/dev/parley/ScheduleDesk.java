package dev.parley;

import dev.parley.action.Execution;
import dev.parley.audit.AuditEvent;
import dev.parley.dialogue.Frame;
import dev.parley.dialogue.SystemAct;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Proposal;
import dev.parley.intent.Slot;
import dev.parley.permission.Decision;
import dev.parley.person.Person;
import dev.parley.reply.TimeWording;
import dev.parley.schedule.Scheduled;
import dev.parley.understanding.Interpretation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where confirmed actions wait for their time, and where people call them off. */
public final class ScheduleDesk {
  private static final int CHOICES = 8;

  private final Moment moment;
  private final Stores stores;

  ScheduleDesk(Moment moment) {
    this.moment = moment;
    this.stores = moment.stores();
  }

  /** The execution that something scheduled is or was to be, as it stands. */
  public static Execution execution(Scheduled later) {
    boolean open =
        later.state() == Scheduled.State.WAITING || later.state() == Scheduled.State.BEGUN;
    return new Execution(
        later.id(),
        later.proposal(),
        later.person(),
        later.speaker(),
        later.conversation(),
        later.approver(),
        open ? ExecutionStatus.SCHEDULED : ExecutionStatus.CANCELLED,
        null,
        later.scheduledAt(),
        null,
        null);
  }

  /** Has what was confirmed wait for its time. */
  Scheduled add(Proposal proposal, Participant asker, @Nullable Person approver, String rule) {
    var waiting = stores.schedule().waiting();
    var later =
        new Scheduled(
            UUID.randomUUID().toString(),
            ShortIds.unused(id -> waiting.stream().anyMatch(w -> w.shortId().equals(id))),
            proposal,
            asker.person().key(),
            asker.speaker(),
            asker.conversation(),
            approver == null ? null : approver.key(),
            moment.now(),
            Scheduled.State.WAITING);
    stores.schedule().add(later);
    stores
        .audit()
        .append(
            new AuditEvent.ActionScheduled(
                moment.now(),
                later.person(),
                asker.place(),
                later.id(),
                proposal.request().exactForm(),
                proposal.fingerprint(),
                rule,
                later.due()));
    return later;
  }

  /** Which of those that wait a message means: own ones, and those of others in this place. */
  List<Scheduled> meant(Interpretation said, Participant by) {
    var inReach =
        stores.schedule().waiting().stream()
            .filter(later -> own(later, by) || later.conversation().equals(by.conversation()))
            .toList();
    var meant = new MeantSchedule(said, moment.knowledge().catalog(), zone(by), moment.now());
    var found = meant.among(inReach);
    var mine = found.stream().filter(later -> own(later, by)).toList();
    var here =
        mine.stream().filter(later -> later.conversation().equals(by.conversation())).toList();
    return !here.isEmpty() ? here : !mine.isEmpty() ? mine : found;
  }

  /** The same, of one's own in this place alone. */
  List<Scheduled> ownHere(Interpretation said, Participant by) {
    return meant(said, by).stream()
        .filter(later -> own(later, by) && later.conversation().equals(by.conversation()))
        .toList();
  }

  /** Those of these ids that still wait. */
  List<Scheduled> picked(List<String> ids) {
    return stores.schedule().waiting().stream().filter(l -> ids.contains(l.id())).toList();
  }

  private static boolean own(Scheduled later, Participant by) {
    return later.person().equals(by.person().key());
  }

  /** Calls off the one that is meant, or says why not. */
  SystemAct.Saying cancel(List<Scheduled> meant, Participant by) {
    if (meant.size() != 1) {
      return meant.isEmpty()
          ? nothing(by)
          : which("Several match. Which one do you mean?", meant, by);
    }
    var later = meant.get(0);
    if (!own(later, by) && !mayAsk(later, by)) {
      return new SystemAct.NotCancelled(
          "That is %s's, and only they or somebody who may ask for the same can call it off."
              .formatted(name(later)),
          List.of());
    }
    if (!stores.schedule().take(later.id(), Scheduled.State.CANCELLED)) {
      return new SystemAct.NotCancelled(
          "It is no longer waiting, so there was nothing to call off.", List.of());
    }
    stores
        .audit()
        .append(
            new AuditEvent.ScheduleCancelled(
                moment.now(), by.person().key(), by.place(), later.id(), later.person()));
    return new SystemAct.ScheduleCancelled(later.proposal(), own(later, by) ? "" : name(later));
  }

  private SystemAct.Saying nothing(Participant by) {
    var mine = stores.schedule().waiting().stream().filter(later -> own(later, by)).toList();
    return mine.isEmpty()
        ? new SystemAct.NotCancelled("Nothing of yours is scheduled.", List.of())
        : which("Nothing that is scheduled matches that. Yours are these.", mine, by);
  }

  private SystemAct.Saying which(String sentence, List<Scheduled> these, Participant by) {
    var lines =
        these.stream()
            .limit(CHOICES)
            .map(
                later ->
                    "%s: %s, %s"
                        .formatted(
                            later.shortId(),
                            later.proposal().request().without(Slot.WHEN).exactForm(),
                            TimeWording.absoluteAndFar(later.due(), zone(by), moment.now())))
            .toList();
    return new SystemAct.NotCancelled(
        sentence + "\n" + String.join("\n", lines),
        these.stream().limit(CHOICES).map(later -> "cancel " + later.shortId()).toList(),
        these.stream()
            .limit(CHOICES)
            .map(later -> new Frame.Run(later.id(), later.proposal().request()))
            .toList());
  }

  private boolean mayAsk(Scheduled later, Participant by) {
    var proposal = later.proposal();
    return moment
        .knowledge()
        .catalog()
        .find(proposal.request().intent())
        .map(
            intent ->
                moment
                        .mind()
                        .gatekeeper()
                        .judge(
                            by.person(),
                            intent,
                            proposal.request(),
                            proposal.risk(),
                            by.conversation())
                    instanceof Decision.Allowed)
        .orElse(false);
  }

  private String name(Scheduled later) {
    return moment.mind().people().identify(later.speaker()).name();
  }

  private static ZoneId zone(Participant by) {
    return by.person().zone();
  }

  /** Whether it is too late for what was confirmed only now. */
  static boolean late(Instant due, Instant now, Duration grace) {
    return due.plus(grace).isBefore(now);
  }
}
