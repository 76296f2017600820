package dev.parley;

import dev.parley.action.Execution;
import dev.parley.conversation.ConversationId;
import dev.parley.delivery.Message;
import dev.parley.dialogue.SystemAct;
import dev.parley.permission.SecondPerson;
import dev.parley.person.Person;
import dev.parley.reply.Reply;
import dev.parley.teaching.Misreading;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What a message leads to once it is committed: running work is told to stop, and second persons
 * are told elsewhere what waits for them. Losing these in a crash loses no fact.
 */
final class Afterwards {
  /** Where somebody has not spoken for longer, they are taken to be gone. */
  private static final Duration PRESENT = Duration.ofHours(12);

  private static final Logger LOG = System.getLogger(Afterwards.class.getName());

  private static final int TRIES = 3;

  private final Stores stores;
  private final AnswerComposer answers;
  private final Clock clock;

  Afterwards(Stores stores, AnswerComposer answers, Clock clock) {
    this.stores = stores;
    this.answers = answers;
    this.clock = clock;
  }

  /** Does it with the mind that the message was heard with. */
  void commit(TurnResult turn, Mind mind) {
    turn.toStop().forEach(execution -> stop(execution, turn.whose().person().name(), mind));
    turn.sayings().stream()
        .filter(SystemAct.AwaitApproval.class::isInstance)
        .map(SystemAct.AwaitApproval.class::cast)
        .filter(waiting -> !waiting.again())
        .forEach(waiting -> announce(waiting, turn.whose(), mind));
  }

  /** What was misread is noted where nothing waits for it; what two note at once, once more. */
  void review(List<Misreading> misread) {
    for (var one : misread) {
      for (int tries = 0; tries < TRIES; tries++) {
        try {
          stores.transactions().call(() -> noted(one));
          break;
        } catch (RuntimeException e) {
          LOG.log(Level.DEBUG, "A misread message could not be noted for review.", e);
        }
      }
    }
  }

  private boolean noted(Misreading one) {
    stores.teaching().reviews().note(one);
    return true;
  }

  /** Where it runs here; else whoever runs it, or begins to, finds what the journal noted. */
  private static void stop(Execution execution, String by, Mind mind) {
    mind.runs().find(execution.id()).ifPresent(run -> run.stop(by));
  }

  private void announce(SystemAct.AwaitApproval waiting, Participant asker, Mind mind) {
    var since = clock.instant().minus(PRESENT);
    for (var person : new SecondPerson(mind.people()).candidates(asker.person().key())) {
      stores
          .inbox()
          .lastPlace(person.key(), since)
          .filter(place -> !place.equals(asker.conversation()))
          .ifPresent(place -> tell(person, place, answers.request(waiting, asker, person, mind)));
    }
  }

  private void tell(Person person, ConversationId place, Reply reply) {
    stores
        .transactions()
        .call(
            () ->
                stores
                    .outbox()
                    .append(new Message(0, place, person.key(), reply, null, clock.instant())));
  }
}
