package dev.parley.delivery.jpa;

import dev.parley.conversation.ConversationId;
import dev.parley.delivery.PlaceNames;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Names of places in the database. */
public final class JpaPlaceNames implements PlaceNames {
  private static final int LONGEST = 255;
  private static final int REMEMBERED = 10_000;

  /** What this process has kept before, which need not be kept again. */
  private final ConcurrentMap<ConversationId, String> known = new ConcurrentHashMap<>();

  @Override
  public void keep(ConversationId conversation, String name) {
    var kept = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    if (known.size() > REMEMBERED) {
      known.clear();
    }
    if (kept.equals(known.put(conversation, kept))) {
      return;
    }
    QuarkusTransaction.requiringNew().run(() -> write(conversation.toString(), kept));
  }

  private static void write(String conversation, String name) {
    var entities = Panache.getEntityManager();
    entities
        .createNativeQuery(
            "insert into place_names (conversation, name) values (?1, ?2) on conflict do nothing")
        .setParameter(1, conversation)
        .setParameter(2, name)
        .executeUpdate();
    entities
        .createNativeQuery("update place_names set name = ?2 where conversation = ?1")
        .setParameter(1, conversation)
        .setParameter(2, name)
        .executeUpdate();
  }

  @Override
  public Optional<String> find(ConversationId conversation) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                Panache.getEntityManager()
                    .createNativeQuery(
                        "select name from place_names where conversation = ?1", String.class)
                    .setParameter(1, conversation.toString())
                    .getResultStream()
                    .findFirst()
                    .map(String.class::cast));
  }
}
