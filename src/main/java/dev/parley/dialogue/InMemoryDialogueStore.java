package dev.parley.dialogue;

import dev.parley.conversation.ConversationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps dialogues as long as the process runs. Its transactions run one at a time. */
public final class InMemoryDialogueStore implements DialogueStore {
  private final Map<DialogueId, Dialogue> dialogues = new ConcurrentHashMap<>();

  /** Nothing to hold: transactions in memory exclude each other anyway. */
  @Override
  public void lock(ConversationId conversation) {}

  @Override
  public Optional<Dialogue> find(DialogueId id) {
    return Optional.ofNullable(dialogues.get(id));
  }

  @Override
  public List<ConversationId> open(String person) {
    return dialogues.values().stream()
        .filter(dialogue -> dialogue.id().person().equals(person) && dialogue.top().isPresent())
        .map(dialogue -> dialogue.id().conversation())
        .toList();
  }

  @Override
  public void save(Dialogue dialogue) {
    dialogues.put(dialogue.id(), dialogue);
  }

  /** Remembers what it holds now; running the result goes back to that. */
  public Runnable savepoint() {
    var before = new HashMap<>(dialogues);
    return () -> {
      dialogues.keySet().retainAll(before.keySet());
      dialogues.putAll(before);
    };
  }
}
