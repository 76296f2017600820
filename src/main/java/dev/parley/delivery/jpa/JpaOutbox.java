package dev.parley.delivery.jpa;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.ConversationId;
import dev.parley.delivery.Message;
import dev.parley.delivery.Numbering;
import dev.parley.delivery.Outbox;
import dev.parley.reply.Reply;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Keeps in the database what the assistant said. */
public final class JpaOutbox implements Outbox {
  private final ReplyJson<Reply> json;
  private final Numbering numbering;

  public JpaOutbox(ObjectMapper mapper, Numbering numbering) {
    this.json = new ReplyJson<>(mapper, Reply.class);
    this.numbering = numbering;
  }

  @Override
  public long append(Message message) {
    var row = new MessageRow();
    row.conversation = message.conversation().toString();
    row.number = numbering.next(message.conversation(), message.at());
    row.person = message.person();
    row.reply = json.write(message.reply());
    row.executionId = message.executionId();
    row.saidAt = message.at().truncatedTo(ChronoUnit.MICROS);
    row.persist();
    return row.number;
  }

  @Override
  public long last(ConversationId conversation) {
    return numbering.last(conversation);
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

  Message message(MessageRow row) {
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
    return numbering.listeners().add(conversation, listener);
  }
}
