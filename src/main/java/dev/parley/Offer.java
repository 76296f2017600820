package dev.parley;

import dev.parley.conversation.Utterance;
import dev.parley.delivery.Message;
import dev.parley.dialogue.Dialogue;
import dev.parley.reply.ReplyPart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Buttons that a message offered. They stand for words that anybody could type, but a press means
 * this message and no other: it is taken only from whoever was asked, and while nothing newer was.
 *
 * @param number of the message in its conversation
 */
record Offer(Stores stores, long number) {
  private static final String EXPIRED =
      "That offer has expired. Say what you want, and I will show it again.";

  /**
   * So much later than it may be said in a conversation before an offer is no longer looked for.
   */
  private static final int FAR = 1_000;

  /** Why a press is not taken; empty where it is. */
  Optional<String> objection(Utterance pressed, Participant whose, Optional<Instant> lastHeard) {
    var since = stores.outbox().after(pressed.conversation(), number - 1, FAR);
    if (since.size() == FAR || since.isEmpty() || since.get(0).number() != number) {
      return Optional.of(EXPIRED);
    }
    var shown = since.get(0);
    if (!shown.reply().choices().contains(pressed.text())) {
      return Optional.of(EXPIRED);
    }
    if (ApprovalDesk.maySettle(pressed.text())) {
      // it names what it settles, and who may is looked at where that is done
      return Optional.empty();
    }
    if (!shown.person().equals(whose.person().key())) {
      return Optional.of(
          "That was asked of %s, so it is not yours to answer.".formatted(shown.person()));
    }
    return superseded(since) || settled(shown, whose, lastHeard)
        ? Optional.of(EXPIRED)
        : Optional.empty();
  }

  /** Whether the same person was asked something after it. */
  private static boolean superseded(List<Message> since) {
    var person = since.get(0).person();
    return since.stream().skip(1).anyMatch(m -> m.person().equals(person) && asks(m));
  }

  private static boolean asks(Message message) {
    return message.reply().parts().stream()
        .anyMatch(p -> p instanceof ReplyPart.Choices || p instanceof ReplyPart.Confirmation);
  }

  /** Whether its person has spoken since, and nothing is asked any more. */
  private boolean settled(Message shown, Participant whose, Optional<Instant> lastHeard) {
    boolean spoke = lastHeard.filter(at -> at.isAfter(shown.at())).isPresent();
    return spoke && stores.dialogues().find(whose.dialogue()).flatMap(Dialogue::top).isEmpty();
  }
}
