package dev.parley.action.jpa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.action.Claim;
import dev.parley.action.Holder;
import dev.parley.action.ResourceLock;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the actions of all processes from each other: rows that hold for as long as their process
 * is heard of.
 */
public final class JpaResourceLock implements ResourceLock {
  private static final Logger LOG = System.getLogger(JpaResourceLock.class.getName());

  private final ObjectMapper mapper;
  private final String node;
  private final Set<String> mine = ConcurrentHashMap.newKeySet();

  /** What could not be given back, where nobody tidies up because nobody else can be there. */
  private final Set<String> left = ConcurrentHashMap.newKeySet();

  /**
   * @param node the id of this process
   */
  public JpaResourceLock(ObjectMapper mapper, String node) {
    this.mapper = mapper;
    this.node = node;
  }

  @Override
  public Attempt acquire(List<Claim> claims, Holder holder) {
    var id = UUID.randomUUID().toString();
    mine.add(id);
    Optional<Taken> taken;
    try {
      giveBackLeft();
      taken = QuarkusTransaction.requiringNew().call(() -> hold(id, claims, holder));
    } catch (RuntimeException e) {
      // nobody knows whether it was stored
      release(id);
      throw e;
    }
    if (taken.isPresent()) {
      mine.remove(id);
      return taken.get();
    }
    return (Held) () -> release(id);
  }

  private void giveBackLeft() {
    for (var id : Set.copyOf(left)) {
      QuarkusTransaction.requiringNew()
          .run(() -> delete("delete from resource_locks where id = ?1", id));
      left.remove(id);
    }
  }

  private Optional<Taken> hold(String id, List<Claim> claims, Holder holder) {
    var entities = Panache.getEntityManager();
    entities
        .createNativeQuery("update resource_lock_queue set turn = turn + 1 where id = 1")
        .executeUpdate();
    var taken = conflict(entities, claims);
    if (taken.isEmpty()) {
      for (int i = 0; i < claims.size(); i++) {
        insert(entities, id, i, claims.get(i), holder);
      }
    }
    return taken;
  }

  private void insert(EntityManager entities, String id, int position, Claim claim, Holder holder) {
    boolean whole = claim.service() == null;
    var insert =
        entities
            .createNativeQuery(
                "insert into resource_locks (id, position, node, target, holder, service)"
                    + " values (?1, ?2, ?3, ?4, ?5, "
                    + (whole ? "null)" : "?6)"))
            .setParameter(1, id)
            .setParameter(2, position)
            .setParameter(3, node)
            .setParameter(4, claim.target())
            .setParameter(5, write(holder));
    if (!whole) {
      insert.setParameter(6, claim.service());
    }
    insert.executeUpdate();
  }

  @Override
  public Optional<Taken> taken(List<Claim> claims) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> conflict(Panache.getEntityManager(), claims));
  }

  private Optional<Taken> conflict(EntityManager entities, List<Claim> claims) {
    return claims.stream()
        .flatMap(
            claim ->
                held(entities, claim.target())
                    .filter(row -> new Claim(claim.target(), row.service()).conflictsWith(claim))
                    .map(row -> new Taken(claim, read(row.holder()))))
        .findFirst();
  }

  private record Row(@Nullable String service, String holder) {}

  @SuppressWarnings("unchecked")
  private static Stream<Row> held(EntityManager entities, String target) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select service, holder from resource_locks where target = ?1"
                    + " and exists (select 1 from nodes where nodes.id = resource_locks.node)",
                Object[].class)
            .setParameter(1, target)
            .getResultList();
    return rows.stream().map(row -> new Row((String) row[0], (String) row[1]));
  }

  /**
   * What cannot be let go of now, because the database is away, is let go of by a later tidying.
   */
  private void release(String id) {
    mine.remove(id);
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> delete("delete from resource_locks where id = ?1", id));
    } catch (RuntimeException e) {
      left.add(id);
      LOG.log(Level.WARNING, "A lock could not be given back; that is tried again.", e);
    }
  }

  /** Removes what nobody holds any more. */
  public void tidy() {
    QuarkusTransaction.joiningExisting()
        .run(
            () -> {
              var entities = Panache.getEntityManager();
              for (var id : ids(entities)) {
                if (!mine.contains(id)) {
                  delete("delete from resource_locks where id = ?1", id);
                }
              }
              entities
                  .createNativeQuery(
                      "delete from resource_locks where node not in (select id from nodes)")
                  .executeUpdate();
            });
  }

  @SuppressWarnings("unchecked")
  private List<String> ids(EntityManager entities) {
    return entities
        .createNativeQuery("select distinct id from resource_locks where node = ?1", String.class)
        .setParameter(1, node)
        .getResultList();
  }

  private static void delete(String statement, String id) {
    Panache.getEntityManager().createNativeQuery(statement).setParameter(1, id).executeUpdate();
  }

  private String write(Holder holder) {
    try {
      return mapper.writeValueAsString(holder);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The holder of a lock cannot be written down.", e);
    }
  }

  private Holder read(String json) {
    try {
      return mapper.readValue(json, Holder.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "The holder of a lock cannot be read. Run the same version on every node.", e);
    }
  }
}
