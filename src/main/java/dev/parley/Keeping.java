package dev.parley;

import dev.parley.delivery.Message;
import dev.parley.reply.Reply;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores what a turn led to, in the transaction that is open. */
record Keeping(Stores stores) {
  void keep(TurnResult turn, List<Reply> replies, Instant now) {
    keep(turn, replies, null, now);
  }

  /**
   * @param executionId the execution whose end led to it, or null
   */
  void keep(TurnResult turn, List<Reply> replies, @Nullable String executionId, Instant now) {
    stores.dialogues().save(turn.dialogue());
    var whose = turn.whose();
    for (var reply : replies) {
      stores
          .outbox()
          .append(
              new Message(0, whose.conversation(), whose.person().key(), reply, executionId, now));
    }
  }
}
