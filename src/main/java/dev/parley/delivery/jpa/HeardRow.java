package dev.parley.delivery.jpa;

import dev.parley.conversation.Utterance;
import dev.parley.delivery.Said;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** One message that was heard, and its answer. */
@Entity
@Table(name = "heard_messages")
@IdClass(HeardRow.Key.class)
@SuppressWarnings("NullAway.Init")
class HeardRow extends PanacheEntityBase {
  @Id public String conversation;
  @Id public String person;
  @Id public String messageId;
  public long number;
  public String account;
  public String text;
  public Instant heardAt;
  public String answer;

  Said.ByPerson said() {
    return new Said.ByPerson(number, person, messageId, text, heardAt);
  }

  record Key(String conversation, String person, String messageId) {
    static Key of(Utterance utterance, String person) {
      return new Key(utterance.conversation().toString(), person, utterance.messageId());
    }
  }
}
