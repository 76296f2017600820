package dev.parley.node.jpa;

import dev.parley.node.Node;
import dev.parley.node.Nodes;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row a process, with the number of its heartbeats. */
public final class JpaNodes implements Nodes {
  /** So many looks without a heartbeat; looks are a second apart. */
  static final int PATIENCE = 15;

  private static final Logger LOG = System.getLogger("dev.parley.nodes");

  private final Node self;
  private final boolean alone;
  private Map<String, Seen> seen = new HashMap<>();

  /**
   * @param alone whether nobody else can have the database open, so that all others are gone
   */
  public JpaNodes(Node self, boolean alone) {
    this.self = self;
    this.alone = alone;
  }

  /** How many heartbeats another had, and for how many looks there were no more. */
  private record Seen(long beats, int quiet) {}

  @Override
  public Node self() {
    return self;
  }

  @Override
  public synchronized void join() {
    QuarkusTransaction.joiningExisting()
        .run(
            () -> {
              var entities = entities();
              entities
                  .createNativeQuery(
                      alone
                          ? "delete from nodes where id <> ?1 or place = ?2"
                          : "delete from nodes where id <> ?1 and place = ?2")
                  .setParameter(1, self.id())
                  .setParameter(2, self.place())
                  .executeUpdate();
              enter(entities);
            });
  }

  private void enter(EntityManager entities) {
    entities
        .createNativeQuery(
            "insert into nodes (id, place, beats) values (?1, ?2, 0) on conflict do nothing")
        .setParameter(1, self.id())
        .setParameter(2, self.place())
        .executeUpdate();
  }

  @Override
  public synchronized boolean beat() {
    var gone = QuarkusTransaction.joiningExisting().call(this::beatAndLook);
    gone.forEach(
        id ->
            LOG.log(
                Level.WARNING,
                "The node "
                    + id
                    + " has not been heard of for a while and is taken to be dead. What it ran is"
                    + " told to be unknown."));
    return !gone.isEmpty();
  }

  private List<String> beatAndLook() {
    var entities = entities();
    int beaten =
        entities
            .createNativeQuery("update nodes set beats = beats + 1 where id = ?1")
            .setParameter(1, self.id())
            .executeUpdate();
    if (beaten == 0) {
      LOG.log(
          Level.WARNING,
          "This node was not heard of by the others for a while and was taken to be dead. It goes"
              + " on; what it ran then may have been told to be unknown.");
      enter(entities);
    }
    var next = new HashMap<String, Seen>();
    var gone = new ArrayList<String>();
    for (var row : others(entities)) {
      var id = (String) row[0];
      long beats = ((Number) row[1]).longValue();
      var before = seen.get(id);
      int quiet = before != null && before.beats() == beats ? before.quiet() + 1 : 0;
      if (quiet >= PATIENCE && remove(entities, id, beats)) {
        gone.add(id);
      } else {
        next.put(id, new Seen(beats, quiet));
      }
    }
    seen = next;
    return gone;
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> others(EntityManager entities) {
    return entities
        .createNativeQuery("select id, beats from nodes where id <> ?1", Object[].class)
        .setParameter(1, self.id())
        .getResultList();
  }

  /** Unless it has told meanwhile that it lives. */
  private static boolean remove(EntityManager entities, String id, long beats) {
    return entities
            .createNativeQuery("delete from nodes where id = ?1 and beats = ?2")
            .setParameter(1, id)
            .setParameter(2, beats)
            .executeUpdate()
        == 1;
  }

  @Override
  public synchronized void leave() {
    QuarkusTransaction.joiningExisting()
        .run(
            () ->
                entities()
                    .createNativeQuery("delete from nodes where id = ?1")
                    .setParameter(1, self.id())
                    .executeUpdate());
  }

  private static EntityManager entities() {
    return Panache.getEntityManager();
  }
}
