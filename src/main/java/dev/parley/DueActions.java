package dev.parley;

import dev.parley.action.Action.UnplannableException;
import dev.parley.audit.AuditEvent;
import dev.parley.delivery.Message;
import dev.parley.dialogue.DialoguePolicy;
import dev.parley.permission.Decision;
import dev.parley.reply.Reply;
import dev.parley.reply.ScheduleWording;
import dev.parley.schedule.Scheduled;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What was scheduled and is due. It is taken away for good in the same commit that hands it to a
 * worker, so that it runs once at most; what has become late is asked about instead of run.
 */
final class DueActions {
  private static final Logger LOG = System.getLogger(DueActions.class.getName());

  /** Whoever asked for something at night shall find the question in the morning. */
  private static final Duration ASKED_FOR = Duration.ofHours(12);

  private final Mind mind;
  private final Stores stores;
  private final DialoguePolicy policy;
  private final AnswerComposer answers;
  private final Clock clock;
  private final Duration grace;
  private final ScheduleWording words = new ScheduleWording();

  /**
   * @param grace how late something may begin and still be on time
   */
  DueActions(
      Mind mind,
      Stores stores,
      DialoguePolicy policy,
      AnswerComposer answers,
      Clock clock,
      Duration grace) {
    this.mind = mind;
    this.stores = stores;
    this.policy = policy;
    this.answers = answers;
    this.clock = clock;
    this.grace = grace;
  }

  /** Has one begin whose time has come; nothing when it does not wait any more. */
  void due(String id) {
    stores
        .transactions()
        .call(
            () -> {
              stores.schedule().find(id).ifPresent(this::due);
              return id;
            });
  }

  private void due(Scheduled later) {
    stores.dialogues().lock(later.conversation());
    var now = clock.instant();
    if (ScheduleDesk.late(later.due(), now, grace)) {
      missed(List.of(later), false, now);
    } else {
      onTime(later, moment(mind.pinned(), now));
    }
  }

  private void onTime(Scheduled later, Moment moment) {
    var asker = asker(later, moment.mind());
    var refusal = refusal(later, asker, moment);
    var state = refusal.isPresent() ? Scheduled.State.WITHDRAWN : Scheduled.State.BEGUN;
    if (!stores.schedule().take(later.id(), state)) {
      return;
    }
    if (refusal.isPresent()) {
      withdraw(later, asker, refusal.get(), moment);
    } else {
      begin(later, moment);
    }
  }

  /** Why it may not run after all: who asked for it, what they may, or what it is has changed. */
  private static Optional<String> refusal(Scheduled later, Participant asker, Moment moment) {
    var proposal = later.proposal();
    var request = proposal.request();
    var intent = moment.knowledge().catalog().find(request.intent());
    if (intent.isEmpty()) {
      return Optional.of("It can no longer be asked for.");
    }
    if (!asker.person().key().equals(later.person())) {
      return Optional.of("The account that asked for it is somebody else's now.");
    }
    var decision =
        moment
            .mind()
            .gatekeeper()
            .judge(asker.person(), intent.get(), request, proposal.risk(), later.conversation());
    if (decision instanceof Decision.Denied denied) {
      return Optional.of(denied.explanation());
    }
    try {
      var anew =
          moment
              .mind()
              .planner()
              .propose(
                  intent.get(),
                  request,
                  moment.knowledge().inventory(),
                  asker.person(),
                  later.conversation());
      boolean same =
          anew.fingerprint().equals(proposal.fingerprint())
              && anew.risk().compareTo(proposal.risk()) <= 0;
      return same
          ? Optional.empty()
          : Optional.of("What would run, or where, has changed since you confirmed it.");
    } catch (UnplannableException e) {
      return Optional.of(e.problem());
    }
  }

  private void begin(Scheduled later, Moment moment) {
    var execution = ScheduleDesk.execution(later);
    stores.journal().accept(execution);
    stores
        .audit()
        .append(
            new AuditEvent.ActionAccepted(
                moment.now(),
                later.person(),
                later.conversation().toString(),
                later.id(),
                later.proposal().request().exactForm(),
                later.proposal().fingerprint(),
                "scheduled " + later.scheduledAt()));
    var intent = moment.knowledge().catalog().get(later.proposal().request().intent());
    tell(later, words.begins(intent, later.proposal(), moment.knowledge().inventory()), moment);
  }

  private void withdraw(Scheduled later, Participant asker, String reason, Moment moment) {
    stores
        .audit()
        .append(
            new AuditEvent.ScheduleWithdrawn(
                moment.now(), later.person(), later.conversation().toString(), later.id(), reason));
    tell(later, words.withdrawn(later.proposal(), reason, asker.person().zone()), moment);
  }

  private void tell(Scheduled later, Reply reply, Moment moment) {
    stores
        .outbox()
        .append(
            new Message(0, later.conversation(), later.person(), reply, later.id(), moment.now()));
  }

  /**
   * Asks about everything whose time went by while nobody could run it.
   *
   * @param restored whether it came out of a backup: then what is still to come is asked about, too
   */
  void settleMissed(boolean restored) {
    var now = clock.instant();
    var byDialogue = new LinkedHashMap<List<Object>, List<Scheduled>>();
    stores.schedule().waiting().stream()
        .filter(later -> restored || ScheduleDesk.late(later.due(), now, grace))
        .forEach(
            later ->
                byDialogue
                    .computeIfAbsent(
                        List.of(later.conversation(), later.person()), key -> new ArrayList<>())
                    .add(later));
    byDialogue.values().forEach(together -> settleMissed(together, restored, now));
  }

  /**
   * One that cannot be asked about keeps none of the others waiting: its alarm goes on ringing.
   * What came out of a backup must be asked about before any alarm rings.
   */
  private void settleMissed(List<Scheduled> together, boolean restored, Instant now) {
    try {
      stores
          .transactions()
          .call(
              () -> {
                stores.dialogues().lock(together.get(0).conversation());
                missed(together, restored, now);
                return together;
              });
    } catch (RuntimeException e) {
      if (restored) {
        throw e;
      }
      LOG.log(Level.WARNING, "What was missed could not be asked about yet.", e);
    }
  }

  /**
   * All of one person in one place. A yes to something else that stands there must not be taken for
   * a yes to these, so where something stands they are only told.
   */
  private void missed(List<Scheduled> together, boolean restored, Instant now) {
    var moment = moment(mind.pinned(), now);
    var asker = asker(together.get(0), moment.mind());
    boolean free =
        stores
            .dialogues()
            .find(asker.dialogue())
            .map(dialogue -> dialogue.agenda().isEmpty())
            .orElse(true);
    boolean same = asker.person().key().equals(together.get(0).person());
    for (var later : together) {
      if (stores.schedule().take(later.id(), Scheduled.State.MISSED)) {
        stores
            .audit()
            .append(
                new AuditEvent.ScheduleMissed(
                    now, later.person(), later.conversation().toString(), later.id(), later.due()));
        var turn = new Turn(moment, asker).missed(later.proposal(), free && same, restored);
        new Keeping(stores).keep(turn, answers.words(turn, moment.mind()), now);
      }
    }
  }

  private static Participant asker(Scheduled later, Mind mind) {
    return new Participant(
        mind.people().identify(later.speaker()), later.speaker(), later.conversation());
  }

  private Moment moment(Mind pinned, Instant now) {
    var patient =
        new DialoguePolicy(
            ASKED_FOR, policy.approvalLasts(), policy.tries(), policy.depth(), policy.remembers());
    return Moment.of(pinned, stores, patient, grace, now);
  }
}
