package dev.parley.web;

import dev.parley.Answer;
import dev.parley.Assistant;
import dev.parley.action.Execution;
import dev.parley.action.Journal;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Utterance;
import dev.parley.delivery.Message;
import dev.parley.delivery.Outbox;
import java.util.List;
import java.util.Optional;

/** What a way in needs of the assistant: to be heard, and to read what was said later. */
public interface Conversations {
  Answer hear(Utterance utterance);

  /** What was said after message number {@code number}, oldest first. */
  List<Message> after(ConversationId conversation, long number, int limit);

  /** The number of the newest message, 0 when nothing was said yet. */
  long last(ConversationId conversation);

  /** Calls {@code listener} after each commit that added to the conversation, until closed. */
  Outbox.Subscription subscribe(ConversationId conversation, Runnable listener);

  Optional<Execution> execution(String id);

  /** The assistant itself, with its outbox and journal. */
  static Conversations of(Assistant assistant, Outbox outbox, Journal journal) {
    return new Conversations() {
      @Override
      public Answer hear(Utterance utterance) {
        return assistant.hear(utterance);
      }

      @Override
      public List<Message> after(ConversationId conversation, long number, int limit) {
        return outbox.after(conversation, number, limit);
      }

      @Override
      public long last(ConversationId conversation) {
        return outbox.last(conversation);
      }

      @Override
      public Outbox.Subscription subscribe(ConversationId conversation, Runnable listener) {
        return outbox.subscribe(conversation, listener);
      }

      @Override
      public Optional<Execution> execution(String id) {
        return journal.find(id);
      }
    };
  }
}
