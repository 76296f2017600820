package dev.parley.dialogue.jpa;

import dev.parley.dialogue.DialogueId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** One person's dialogue in one place. */
@Entity
@Table(name = "dialogues")
@IdClass(DialogueRow.Key.class)
@SuppressWarnings("NullAway.Init")
class DialogueRow extends PanacheEntityBase {
  @Id public String conversation;
  @Id public String person;
  public long version;
  public String dialogue;

  record Key(String conversation, String person) {
    static Key of(DialogueId id) {
      return new Key(id.conversation().toString(), id.person());
    }
  }
}
