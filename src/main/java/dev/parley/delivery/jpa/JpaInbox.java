package dev.parley.delivery.jpa;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Utterance;
import dev.parley.delivery.Inbox;
import dev.parley.delivery.Numbering;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Remembers in the database what was heard and answered.
 *
 * @param <A> the answer, which the mapper can write and read
 */
public final class JpaInbox<A> implements Inbox<A> {
  private final ReplyJson<A> json;
  private final Numbering numbering;

  public JpaInbox(ObjectMapper mapper, Class<A> type, Numbering numbering) {
    this.numbering = numbering;
    this.json = new ReplyJson<>(mapper, type);
  }

  @Override
  public Optional<A> answered(Utterance utterance, String person) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                HeardRow.<HeardRow>findByIdOptional(HeardRow.Key.of(utterance, person))
                    .map(row -> json.read(row.answer)));
  }

  @Override
  public void record(Utterance utterance, String person, A answer) {
    var row = new HeardRow();
    row.conversation = utterance.conversation().toString();
    row.person = person;
    row.number = numbering.next(utterance.conversation(), utterance.at());
    row.messageId = utterance.messageId();
    row.account = utterance.speaker().account();
    row.text = utterance.text();
    row.heardAt = utterance.at().truncatedTo(ChronoUnit.MICROS);
    row.answer = json.write(answer);
    row.persist();
  }

  /** The order names the whole index, so that both databases take its last entry. */
  @Override
  public Optional<Instant> lastHeard(ConversationId conversation, String person) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                HeardRow.find(
                        "select heardAt from HeardRow where conversation = ?1 and person = ?2"
                            + " order by conversation desc, person desc, heardAt desc",
                        conversation.toString(),
                        person)
                    .project(Instant.class)
                    .firstResultOptional());
  }

  @Override
  public Optional<ConversationId> lastPlace(String person, Instant since) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                HeardRow.find(
                        "select conversation from HeardRow where person = ?1 and heardAt > ?2"
                            + " order by person desc, heardAt desc",
                        person,
                        since.truncatedTo(ChronoUnit.MICROS))
                    .project(String.class)
                    .firstResultOptional())
        .map(ConversationId::parse);
  }
}
