package dev.parley.channel.jpa;

import dev.parley.channel.Cursors;
import dev.parley.conversation.ConversationId;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.Query;
import java.util.List;
import java.util.OptionalLong;

/**
 * Cursors in the database. A process holds what it took up for as long as it is among the nodes;
 * whoever was taken to be dead finds out when it notes what it posted.
 */
public final class JpaCursors implements Cursors {
  private static final String FREE =
      " (node is null or node = ?2 or not exists (select 1 from nodes where nodes.id = %s.node))";

  private final String node;

  /**
   * @param node the id of this process
   */
  public JpaCursors(String node) {
    this.node = node;
  }

  @Override
  public OptionalLong claim(ConversationId conversation) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              var id = conversation.toString();
              query(
                      "insert into channel_cursors (conversation, posted) values (?1, 0)"
                          + " on conflict do nothing",
                      id)
                  .executeUpdate();
              boolean mine =
                  query(
                              "update channel_cursors set node = ?2 where conversation = ?1 and"
                                  + FREE.formatted("channel_cursors"),
                              id)
                          .setParameter(2, node)
                          .executeUpdate()
                      == 1;
              return mine ? OptionalLong.of(posted(id)) : OptionalLong.empty();
            });
  }

  private static long posted(String conversation) {
    return ((Number)
            query("select posted from channel_cursors where conversation = ?1", conversation)
                .getSingleResult())
        .longValue();
  }

  @Override
  public boolean posted(ConversationId conversation, long number) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                query(
                            "update channel_cursors set posted = ?3 where conversation = ?1 and"
                                + " node = ?2",
                            conversation.toString())
                        .setParameter(2, node)
                        .setParameter(3, number)
                        .executeUpdate()
                    == 1);
  }

  @Override
  public void release(ConversationId conversation) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                query(
                        "update channel_cursors set node = null where conversation = ?1 and"
                            + " node = ?2",
                        conversation.toString())
                    .setParameter(2, node)
                    .executeUpdate());
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<ConversationId> behind(String platform) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                ((List<String>)
                        query(
                                "select c.conversation from conversations c"
                                    + " left join channel_cursors k"
                                    + " on k.conversation = c.conversation"
                                    + " where c.conversation like ?1 escape '!'"
                                    + " and c.last_number > coalesce(k.posted, 0)",
                                platform.replaceAll("[!%_]", "!$0") + ":%")
                            .getResultList())
                    .stream().map(ConversationId::parse).toList());
  }

  @Override
  public boolean sits(String platform) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              query(
                      "insert into channel_seats (platform) values (?1) on conflict do nothing",
                      platform)
                  .executeUpdate();
              return query(
                          "update channel_seats set node = ?2 where platform = ?1 and"
                              + FREE.formatted("channel_seats"),
                          platform)
                      .setParameter(2, node)
                      .executeUpdate()
                  == 1;
            });
  }

  @Override
  public void leave(String platform) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                query(
                        "update channel_seats set node = null where platform = ?1 and node = ?2",
                        platform)
                    .setParameter(2, node)
                    .executeUpdate());
  }

  private static Query query(String sql, String first) {
    return Panache.getEntityManager().createNativeQuery(sql).setParameter(1, first);
  }
}
