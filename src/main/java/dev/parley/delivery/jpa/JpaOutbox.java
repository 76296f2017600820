package dev.parley.delivery.jpa;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.ConversationId;
import dev.parley.delivery.Listeners;
import dev.parley.delivery.Message;
import dev.parley.delivery.Outbox;
import dev.parley.reply.Reply;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Keeps in the database what the assistant said. Numbers have no gaps: a rollback gives them back.
 */
public final class JpaOutbox implements Outbox {
  private final ReplyJson<Reply> json;
  private final Executor afterCommit;
  private final Listeners listeners = new Listeners();

  /**
   * @param afterCommit runs what it is given after the open transaction was committed, or never;
   *     not on the committing thread, because listeners may read
   */
  public JpaOutbox(ObjectMapper mapper, Executor afterCommit) {
    this.json = new ReplyJson<>(mapper, Reply.class);
    this.afterCommit = afterCommit;
  }

  @Override
  public long append(Message message) {
    var row = new MessageRow();
    row.conversation = message.conversation().toString();
    row.number = nextNumber(row.conversation);
    row.person = message.person();
    row.reply = json.write(message.reply());
    row.executionId = message.executionId();
    row.saidAt = message.at().truncatedTo(ChronoUnit.MICROS);
    row.persist();
    afterCommit.execute(() -> listeners.tell(message.conversation()));
    return row.number;
  }

  /** Changing the conversation's row holds it, so that the next one to ask waits for the commit. */
  private static long nextNumber(String conversation) {
    if (!count(conversation)) {
      insert(conversation);
      if (!count(conversation)) {
        throw new IllegalStateException("The conversation " + conversation + " has no row.");
      }
    }
    return lastNumber(conversation);
  }

  private static boolean count(String conversation) {
    return MessageRow.getEntityManager()
            .createQuery(
                "update ConversationRow set lastNumber = lastNumber + 1 where conversation = ?1")
            .setParameter(1, conversation)
            .executeUpdate()
        == 1;
  }

  private static void insert(String conversation) {
    MessageRow.getEntityManager()
        .createNativeQuery(
            "insert into conversations (conversation, last_number) values (?1, 0)"
                + " on conflict do nothing")
        .setParameter(1, conversation)
        .executeUpdate();
  }

  private static long lastNumber(String conversation) {
    return MessageRow.getEntityManager()
        .createQuery("select lastNumber from ConversationRow where conversation = ?1", Long.class)
        .setParameter(1, conversation)
        .getResultStream()
        .findFirst()
        .orElse(0L);
  }

  @Override
  public long last(ConversationId conversation) {
    return QuarkusTransaction.joiningExisting().call(() -> lastNumber(conversation.toString()));
  }

  @Override
  public List<Message> after(ConversationId conversation, long number, int limit) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                MessageRow.<MessageRow>find(
                        "conversation = ?1 and number > ?2 order by number",
                        conversation.toString(),
                        number)
                    .page(0, limit)
                    .stream()
                    .map(this::message)
                    .toList());
  }

  private Message message(MessageRow row) {
    return new Message(
        row.number,
        ConversationId.parse(row.conversation),
        row.person,
        json.read(row.reply),
        row.executionId,
        row.saidAt);
  }

  @Override
  public Subscription subscribe(ConversationId conversation, Runnable listener) {
    return listeners.add(conversation, listener);
  }
}
