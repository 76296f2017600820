package dev.parley.channel;

import dev.parley.conversation.ConversationId;
import dev.parley.delivery.Message;
import dev.parley.delivery.Outbox;
import dev.parley.reply.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What waited so long to be posted that one message stands for all of it. */
final class Backlog {
  private static final Duration OLD = Duration.ofDays(1);
  private static final int PAGE = 200;
  private static final int SHOWN = 300;

  private Backlog() {}

  /** One message for the old ones that a page begins with; empty where there is but one or none. */
  static Optional<Message> of(
      Outbox outbox, ConversationId conversation, List<Message> page, Instant now) {
    var before = now.minus(OLD);
    long count = 0;
    var rest = page;
    Message last = null;
    while (!rest.isEmpty() && rest.get(0).at().isBefore(before)) {
      var old = rest.stream().takeWhile(message -> message.at().isBefore(before)).toList();
      count += old.size();
      last = old.get(old.size() - 1);
      rest = old.size() < rest.size() ? List.of() : outbox.after(conversation, last.number(), PAGE);
    }
    return last == null || count < 2
        ? Optional.empty()
        : Optional.of(summary(page.get(0), last, count));
  }

  private static Message summary(Message first, Message last, long count) {
    var text = last.reply().plainText();
    var shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    return new Message(
        last.number(),
        last.conversation(),
        last.person(),
        Reply.text(
            "I could not post here for a while, so %d messages since %s are left out; `parley audit search` has what was done. The last one was: %s"
                .formatted(count, first.at().truncatedTo(ChronoUnit.MINUTES), shown)),
        null,
        last.at());
  }
}
