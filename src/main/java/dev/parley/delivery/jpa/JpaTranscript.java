package dev.parley.delivery.jpa;

import dev.parley.conversation.ConversationId;
import dev.parley.delivery.Numbering;
import dev.parley.delivery.Outbox;
import dev.parley.delivery.Said;
import dev.parley.delivery.Transcript;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads from the database what an inbox and an outbox stored, in one order. */
public final class JpaTranscript implements Transcript {
  private static final Comparator<Said> BY_NUMBER = Comparator.comparingLong(Said::number);

  private final JpaOutbox outbox;
  private final Numbering numbering;

  /**
   * @param numbering the one that the inbox and the outbox count with
   */
  public JpaTranscript(JpaOutbox outbox, Numbering numbering) {
    this.outbox = outbox;
    this.numbering = numbering;
  }

  @Override
  public List<Said> after(ConversationId conversation, long number, int limit) {
    return read("number > ?2 order by number", conversation, number, limit)
        .sorted(BY_NUMBER)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Said> before(ConversationId conversation, long number, int limit) {
    var newestFirst =
        read("number > 0 and number < ?2 order by number desc", conversation, number, limit)
            .sorted(BY_NUMBER.reversed())
            .limit(limit);
    var said = new ArrayList<>(newestFirst.toList());
    Collections.reverse(said);
    return said;
  }

  /** Of both kinds as many as there may be of one, so none is missing among the first. */
  private Stream<Said> read(String which, ConversationId conversation, long number, int limit) {
    var condition = "conversation = ?1 and " + which;
    var id = conversation.toString();
    return QuarkusTransaction.joiningExisting()
        .call(
            () -> {
              var heard = HeardRow.<HeardRow>find(condition, id, number).page(0, limit).list();
              var said = MessageRow.<MessageRow>find(condition, id, number).page(0, limit).list();
              return Stream.concat(
                  heard.stream().map(HeardRow::said),
                  said.stream().map(row -> new Said.ByAssistant(outbox.message(row))));
            });
  }

  @Override
  public List<Topic> latest(String channel, String placeBeginning, int limit) {
    var beginning = new ConversationId(channel, placeBeginning).toString();
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                HeardRow.getEntityManager()
                    .createQuery(
                        "select c.conversation, h.person, h.text, c.lastNumber, c.activeAt"
                            + " from ConversationRow c left join HeardRow h"
                            + " on h.conversation = c.conversation and h.number = 1"
                            + " where c.conversation like ?1 escape '!' and c.lastNumber > 0"
                            + " order by c.activeAt desc",
                        Object[].class)
                    .setParameter(1, beginning.replaceAll("[!%_]", "!$0") + "%")
                    .setMaxResults(limit)
                    .getResultStream()
                    .map(JpaTranscript::topic)
                    .toList());
  }

  private static Topic topic(Object[] columns) {
    return new Topic(
        ConversationId.parse((String) columns[0]),
        Objects.requireNonNullElse((String) columns[1], ""),
        Objects.requireNonNullElse((String) columns[2], ""),
        (Long) columns[3],
        Objects.requireNonNullElse((Instant) columns[4], Instant.EPOCH));
  }

  @Override
  public Outbox.Subscription subscribe(Consumer<ConversationId> listener) {
    return numbering.listeners().addForAll(listener);
  }
}
