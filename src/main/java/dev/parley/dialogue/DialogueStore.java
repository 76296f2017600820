package dev.parley.dialogue;

import dev.parley.conversation.ConversationId;
import java.util.List;
import java.util.Optional;

/** Keeps dialogues across messages and restarts. */
public interface DialogueStore {
  /**
   * Holds the conversation until the transaction that is open ends, so that its messages are heard
   * one at a time.
   */
  void lock(ConversationId conversation);

  Optional<Dialogue> find(DialogueId id);

  /** The places in which somebody's dialogue is in the middle of something. */
  List<ConversationId> open(String person);

  /** Stores a dialogue in the transaction that is open. */
  void save(Dialogue dialogue);
}
