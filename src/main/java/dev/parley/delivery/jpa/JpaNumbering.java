package dev.parley.delivery.jpa;

import dev.parley.conversation.ConversationId;
import dev.parley.delivery.Listeners;
import dev.parley.delivery.Numbering;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Counts in the database. Numbers have no gaps: a rollback gives them back. */
public final class JpaNumbering implements Numbering {
  /** Longer than a transaction lasts and than clocks differ. */
  private static final Duration LATELY = Duration.ofMinutes(2);

  private final Executor afterCommit;
  private final Listeners listeners = new Listeners();
  private final Map<String, Long> told = new ConcurrentHashMap<>();

  /**
   * @param afterCommit runs what it is given after the open transaction was committed, or never;
   *     not on the committing thread, because listeners may read
   */
  public JpaNumbering(Executor afterCommit) {
    this.afterCommit = afterCommit;
  }

  /** Changing the conversation's row holds it, so that the next one to ask waits for the commit. */
  @Override
  public long next(ConversationId conversation, Instant at) {
    var id = conversation.toString();
    if (!count(id, at)) {
      insert(id);
      if (!count(id, at)) {
        throw new IllegalStateException("The conversation " + conversation + " has no row.");
      }
    }
    long number = lastNumber(id);
    afterCommit.execute(
        () -> {
          told.merge(id, number, Math::max);
          listeners.tell(conversation);
        });
    return number;
  }

  /**
   * Tells those who follow what other processes have added. A row shows what its commit made of it,
   * so none is missed; only processes whose clocks differ by minutes could miss each other.
   */
  public synchronized void look(Instant now) {
    if (listeners.isEmpty()) {
      return;
    }
    var lately = new HashMap<String, Long>();
    changedSince(now).forEach(row -> lately.put((String) row[0], (Long) row[1]));
    lately.forEach(
        (id, number) -> {
          if (told.getOrDefault(id, -1L) < number) {
            told.merge(id, number, Math::max);
            listeners.tell(ConversationId.parse(id));
          }
        });
    told.keySet().retainAll(lately.keySet());
  }

  private static List<Object[]> changedSince(Instant now) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () -> {
              var entities = HeardRow.getEntityManager();
              var newest =
                  entities
                      .createQuery("select max(activeAt) from ConversationRow", Instant.class)
                      .getSingleResult();
              var until = newest == null || newest.isAfter(now) ? now : newest;
              return entities
                  .createQuery(
                      "select conversation, lastNumber from ConversationRow where activeAt >= ?1",
                      Object[].class)
                  .setParameter(1, until.minus(LATELY))
                  .getResultList();
            });
  }

  private static boolean count(String conversation, Instant at) {
    return HeardRow.getEntityManager()
            .createQuery(
                "update ConversationRow set lastNumber = lastNumber + 1, activeAt = ?2"
                    + " where conversation = ?1")
            .setParameter(1, conversation)
            .setParameter(2, at.truncatedTo(ChronoUnit.MICROS))
            .executeUpdate()
        == 1;
  }

  private static void insert(String conversation) {
    HeardRow.getEntityManager()
        .createNativeQuery(
            "insert into conversations (conversation, last_number) values (?1, 0)"
                + " on conflict do nothing")
        .setParameter(1, conversation)
        .executeUpdate();
  }

  private static long lastNumber(String conversation) {
    return HeardRow.getEntityManager()
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
  public Listeners listeners() {
    return listeners;
  }
}
