package dev.parley;

import dev.parley.action.Execution;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.DialoguePolicy;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.permission.Approval;
import dev.parley.understanding.SetPhrase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The loop that a message travels through: it is heard, understood, answered and recorded in one
 * commit; what it started runs after that commit, and a second commit holds how it ended.
 */
public final class Assistant {
  /** How late what is scheduled may begin, where nothing else is said. */
  public static final Duration GRACE = Duration.ofMinutes(1);

  /** So much the clocks of those may differ who say when a message was sent. */
  private static final Duration OUT_OF_STEP = Duration.ofSeconds(2);

  private final Mind mind;
  private final Stores stores;
  private final Clock clock;
  private final DialoguePolicy policy;
  private final AnswerComposer answers;
  private final Afterwards after;
  private final Measures measures;
  private final Duration grace;
  private final Keeping keeping;
  private final DueActions dueActions;
  private final Endings endings;
  private final Performing performing;
  private volatile boolean stopping;

  /** An assistant that says nothing between the start of an action and its end. */
  public Assistant(Mind mind, Stores stores, DialoguePolicy policy, Clock clock) {
    this(mind, stores, policy, clock, Timer.NONE);
  }

  /** An assistant that nobody measures. */
  public Assistant(Mind mind, Stores stores, DialoguePolicy policy, Clock clock, Timer timer) {
    this(mind, stores, policy, clock, timer, Measures.none(), GRACE);
  }

  /**
   * @param timer tells when to say how an action goes on that takes its time
   * @param measures is told how much goes on
   * @param grace how late what is scheduled may begin and still be on time
   */
  public Assistant(
      Mind mind,
      Stores stores,
      DialoguePolicy policy,
      Clock clock,
      Timer timer,
      Measures measures,
      Duration grace) {
    this.measures = measures;
    this.mind = mind;
    this.stores = stores;
    this.clock = clock;
    var progress = new ProgressReports(mind, stores, clock, timer);
    this.policy = policy;
    this.answers = new AnswerComposer(stores, clock, progress::lastLine);
    this.after = new Afterwards(stores, answers, clock);
    this.grace = grace;
    this.keeping = new Keeping(stores);
    this.dueActions = new DueActions(mind, stores, policy, answers, clock, grace);
    this.endings = new Endings(mind, stores, policy, clock, measures, grace, answers, after);
    this.performing = new Performing(mind, stores, clock, timer, progress, endings);
  }

  /** Hears one message and answers it. The same message heard twice gets its first answer. */
  public Answer hear(Utterance utterance) {
    return hear(utterance, null);
  }

  /**
   * Hears what a button stands for, that was pressed instead of being typed.
   *
   * @param shown the number of the message that offered it; it serves nobody else and not later
   */
  public Answer press(Utterance words, long shown) {
    return hear(words, shown);
  }

  private Answer hear(Utterance utterance, @Nullable Long shown) {
    if (stopping) {
      throw new StoppingException();
    }
    long began = System.nanoTime();
    var now = mind.pinned();
    var person = now.people().identify(utterance.speaker());
    var whose = new Participant(person, utterance.speaker(), utterance.conversation());
    var heard =
        stores
            .transactions()
            .call(
                () -> {
                  lock(utterance, person.key());
                  return stores
                      .inbox()
                      .answered(utterance, person.key())
                      .map(answer -> new HeardOnce(answer, null))
                      .orElseGet(() -> hearNew(utterance, shown, whose, now));
                });
    if (heard.turn() != null) {
      after.commit(heard.turn(), now);
      measures.heard(heard.answer().understood(), Duration.ofNanos(System.nanoTime() - began));
    }
    return heard.answer();
  }

  /** Where a speaker's own dialogue stands now. */
  public Answer.State state(Speaker speaker, ConversationId conversation) {
    var whose = new Participant(mind.people().identify(speaker), speaker, conversation);
    return AnswerComposer.state(
        stores
            .dialogues()
            .find(whose.dialogue())
            .orElseGet(() -> Dialogue.start(whose.dialogue())));
  }

  /** Whether a speaker has said something to us in a place. */
  public boolean knows(Speaker speaker, ConversationId conversation) {
    var person = mind.people().identify(speaker).key();
    return stores.inbox().lastHeard(conversation, person).isPresent();
  }

  /** What a speaker may ask for in a place. */
  public List<Intent> askable(Speaker speaker, ConversationId conversation) {
    var now = mind.pinned();
    var person = now.people().identify(speaker);
    return now.knowledge().current().catalog().all().stream()
        .filter(intent -> AnswerComposer.refusal(now, intent, person, conversation).isEmpty())
        .toList();
  }

  /** Hears nothing more; what runs goes on. */
  public void stop() {
    stopping = true;
  }

  /** An answer, and the turn that led to it unless the message was heard before. */
  private record HeardOnce(Answer answer, @Nullable TurnResult turn) {}

  /**
   * Holds the conversation; for what may settle another's request also the places of those that
   * wait, all in one order, so that two messages never wait for each other.
   */
  private void lock(Utterance utterance, String person) {
    var places = new TreeMap<String, ConversationId>();
    places.put(utterance.conversation().toString(), utterance.conversation());
    Settlement.of(utterance.text()).stream()
        .flatMap(settlement -> stores.journal().unknown(settlement.id()).stream())
        .map(Execution::conversation)
        .forEach(place -> places.put(place.toString(), place));
    if (ApprovalDesk.maySettle(utterance.text())) {
      stores.approvals().waiting(clock.instant()).stream()
          .map(Approval::conversation)
          .forEach(place -> places.put(place.toString(), place));
    }
    if (SetPhrase.of(utterance.text()).filter(CarryDesk::concerns).isPresent()) {
      stores.dialogues().open(person).forEach(place -> places.put(place.toString(), place));
    }
    places.values().forEach(stores.dialogues()::lock);
  }

  private HeardOnce hearNew(
      Utterance utterance, @Nullable Long shown, Participant whose, Mind pinned) {
    var now = clock.instant();
    var person = whose.person().key();
    var lastHeard = stores.inbox().lastHeard(utterance.conversation(), person);
    var ended =
        stores
            .journal()
            .endedSince(utterance.conversation(), person, lastHeard.orElse(Instant.EPOCH));

    var moment = Moment.of(pinned, stores, policy, grace, now);
    var heard = new Turn(moment, whose);
    var late = overtaken(utterance, lastHeard, now);
    var turn =
        objection(utterance, shown, whose, lastHeard)
            .map(objection -> heard.declined(utterance, objection))
            .orElseGet(() -> heard.hear(utterance, late));
    var answer = answers.compose(turn, ended, pinned);

    stores.inbox().record(heard.kept(), person, answer);
    keeping.keep(turn, answer.replies(), now);
    for (var other : turn.elsewhere()) {
      keeping.keep(other, answers.words(other, pinned), now);
    }
    return new HeardOnce(answer, turn);
  }

  private Optional<String> objection(
      Utterance pressed, @Nullable Long shown, Participant whose, Optional<Instant> lastHeard) {
    return shown == null
        ? Optional.empty()
        : new Offer(stores, shown).objection(pressed, whose, lastHeard);
  }

  /** Where it did not come late, it is only that a clock was set back. */
  private static boolean overtaken(Utterance utterance, Optional<Instant> last, Instant now) {
    var sent = utterance.at().plus(OUT_OF_STEP);
    return sent.isBefore(now) && last.filter(sent::isBefore).isPresent();
  }

  /**
   * Runs an execution that {@link #hear} stored, records how it went and posts the result where it
   * was asked for. Does nothing when it had begun before.
   */
  public void perform(String executionId) {
    performing.perform(executionId);
  }

  /**
   * Records how an execution ended and tells it where it was asked for; once. What was to follow it
   * begins, or is left out, in the same commit.
   */
  public void finished(String executionId, Outcome outcome) {
    endings.finished(executionId, outcome);
  }

  /**
   * Has something scheduled begin, because its time has come; says so where it was asked for. What
   * has become late, or is no longer what was confirmed, is not run, and its person is told.
   */
  public void due(String scheduledId) {
    dueActions.due(scheduledId);
  }

  /**
   * Settles what a dead process left: begun is {@code unknown}, not begun is {@code cancelled}, and
   * what was due meanwhile is missed. Whoever asked is told, or asked; nothing is run.
   */
  public void recover() {
    recover(false);
  }

  /**
   * @param restored whether what is kept came out of a backup: what is scheduled may have run since
   */
  public void recover(boolean restored) {
    settleLost();
    dueActions.settleMissed(restored);
  }

  /** The same of what began or was to begin at once. */
  public void settleLost() {
    endings.settleLost();
  }

  /** Tells what runs here to stop where somebody wants that elsewhere, and them how it goes. */
  public void attend() {
    performing.attend();
  }
}
