package dev.parley;

import dev.parley.delivery.Message;
import dev.parley.reply.Reply;
import java.time.Instant;
import java.util.List;

/** Stores what a turn led to, in the transaction that is open. */
record Keeping(Stores stores) {
  void keep(TurnResult turn, List<Reply> replies, Instant now) {
    stores.dialogues().save(turn.dialogue());
    var whose = turn.whose();
    for (var reply : replies) {
      stores
          .outbox()
          .append(new Message(0, whose.conversation(), whose.person().key(), reply, null, now));
    }
  }
}
