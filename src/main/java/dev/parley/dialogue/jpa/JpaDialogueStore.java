package dev.parley.dialogue.jpa;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.ConversationId;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.DialogueId;
import dev.parley.dialogue.DialogueStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * Keeps dialogues in the database. Lock a conversation before finding its dialogues: within one
 * transaction a dialogue that was found once is not read again.
 */
public final class JpaDialogueStore implements DialogueStore {
  /** How one is written that is in the middle of nothing. */
  private static final String NOTHING = "%\"agenda\":[]%";

  private static final int MOST = 100;

  private final DialogueJson json;

  public JpaDialogueStore(ObjectMapper mapper) {
    this.json = new DialogueJson(mapper);
  }

  @Override
  public void lock(ConversationId conversation) {
    var entities = DialogueRow.getEntityManager();
    entities.joinTransaction();
    if (!hold(entities, conversation)) {
      entities
          .createNativeQuery(
              "insert into conversations (conversation, last_number) values (?1, 0)"
                  + " on conflict do nothing")
          .setParameter(1, conversation.toString())
          .executeUpdate();
      hold(entities, conversation);
    }
  }

  /** By a change that changes nothing: Hibernate's "for update" is more than H2 understands. */
  private static boolean hold(EntityManager entities, ConversationId conversation) {
    return entities
            .createQuery(
                "update ConversationRow set lastNumber = lastNumber where conversation = ?1")
            .setParameter(1, conversation.toString())
            .executeUpdate()
        == 1;
  }

  @Override
  public Optional<Dialogue> find(DialogueId id) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                DialogueRow.<DialogueRow>findByIdOptional(DialogueRow.Key.of(id))
                    .map(row -> json.read(row.dialogue)));
  }

  @Override
  public List<ConversationId> open(String person) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                DialogueRow.find(
                        "select conversation from DialogueRow where person = ?1"
                            + " and dialogue not like ?2",
                        person,
                        NOTHING)
                    .project(String.class)
                    .page(0, MOST)
                    .stream()
                    .map(ConversationId::parse)
                    .toList());
  }

  @Override
  public void save(Dialogue dialogue) {
    var key = DialogueRow.Key.of(dialogue.id());
    DialogueRow row = DialogueRow.findById(key);
    if (row == null) {
      row = new DialogueRow();
      row.conversation = key.conversation();
      row.person = key.person();
    }
    row.version = dialogue.version();
    row.dialogue = json.write(dialogue);
    row.persist();
  }
}
