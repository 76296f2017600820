package dev.parley.action.jpa;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.action.Execution;
import dev.parley.action.Journal;
import dev.parley.action.Workers;
import dev.parley.conversation.ConversationId;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Executions in the database, each with the task that starts it: one commit stores both, and a
 * worker is woken when it is done. Any process may take up what another accepted; what was a
 * process's that is not heard of any more is abandoned.
 */
public final class SchedulerJournal implements Journal, Workers {
  private static final List<ExecutionStatus> OPEN =
      List.of(ExecutionStatus.SCHEDULED, ExecutionStatus.RUNNING);

  /**
   * What has not ended, of a process that is not heard of; also what such a process took up before
   * it died, but did not begin.
   */
  private static final String LEFT =
      "(status in ('SCHEDULED', 'RUNNING')"
          + " and not exists (select 1 from nodes where nodes.id = executions.node)"
          + " or status = 'SCHEDULED'"
          + " and not exists (select 1 from scheduled_tasks where task_name = '"
          + WorkKind.EXECUTIONS.task()
          + "' and task_instance = executions.id"
          + " and (not picked or picked_by in (select id from nodes))))";

  private static final int LONGEST_LINE = 1_000;

  private final ExecutionJson json;
  private final Executor afterCommit;
  private final String node;
  private final WorkQueue queue;

  /**
   * @param afterCommit runs what it is given after the open transaction was committed, or never
   * @param node names this process; a new one each time it starts
   * @param polling how often to look for tasks that nobody was woken for
   */
  public SchedulerJournal(
      ObjectMapper mapper,
      DataSource database,
      Executor afterCommit,
      String node,
      Duration polling) {
    this.json = new ExecutionJson(mapper);
    this.afterCommit = afterCommit;
    this.node = node;
    this.queue = new WorkQueue(database, node, polling, WorkKind.EXECUTIONS);
  }

  @Override
  public void start(Consumer<String> perform) {
    QuarkusTransaction.joiningExisting().run(SchedulerJournal::dropTasksOfTheDead);
    queue.start(perform);
  }

  @Override
  public void close() {
    queue.close();
  }

  @Override
  public void accept(Execution execution) {
    json.row(execution, node).persist();
    afterCommit.execute(queue::wake);
    queue.add(execution.id(), Instant.now());
  }

  @Override
  public Optional<Execution> find(String id) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> ExecutionRow.<ExecutionRow>findByIdOptional(id).map(json::execution));
  }

  @Override
  public Optional<Execution> begin(String id, Instant now) {
    int begun =
        ExecutionRow.update(
            "status = ?1, startedAt = ?2, node = ?3 where id = ?4 and status = ?5",
            ExecutionStatus.RUNNING,
            now.truncatedTo(ChronoUnit.MICROS),
            node,
            id,
            ExecutionStatus.SCHEDULED);
    return begun == 1 ? Optional.of(changed(id)) : Optional.empty();
  }

  @Override
  public Optional<Execution> finish(String id, Outcome outcome, Instant now) {
    int ended =
        ExecutionRow.update(
            "status = ?1, outcome = ?2, endedAt = ?3 where id = ?4 and status in ?5",
            outcome.status(),
            json.write(outcome),
            now.truncatedTo(ChronoUnit.MICROS),
            id,
            OPEN);
    return ended == 1 ? Optional.of(changed(id)) : Optional.empty();
  }

  /** Read anew: the update went past what this transaction may have read before. */
  private Execution changed(String id) {
    ExecutionRow row = ExecutionRow.findById(id);
    ExecutionRow.getEntityManager().refresh(row);
    return json.execution(row);
  }

  @Override
  public List<Execution> abandoned() {
    return QuarkusTransaction.joiningExisting()
        .call(
            () -> {
              dropTasksOfTheDead();
              return ids("select id from executions where " + LEFT + " order by accepted_at, id")
                  .stream()
                  .map(id -> json.execution(ExecutionRow.<ExecutionRow>findById(id)))
                  .toList();
            });
  }

  @SuppressWarnings("unchecked")
  private static List<String> ids(String query) {
    return ExecutionRow.getEntityManager().createNativeQuery(query, String.class).getResultList();
  }

  /** Whoever took it up meanwhile has changed its status or its process. */
  @Override
  public Optional<Execution> abandon(Execution seen, Outcome outcome, Instant now) {
    var entities = ExecutionRow.getEntityManager();
    entities.joinTransaction();
    int ended =
        entities
            .createNativeQuery(
                "update executions set status = ?1, outcome = ?2, ended_at = ?3"
                    + " where id = ?4 and status = ?5 and "
                    + LEFT)
            .setParameter(1, outcome.status().name())
            .setParameter(2, json.write(outcome))
            .setParameter(3, now.truncatedTo(ChronoUnit.MICROS))
            .setParameter(4, seen.id())
            .setParameter(5, seen.status().name())
            .executeUpdate();
    return ended == 1 ? Optional.of(changed(seen.id())) : Optional.empty();
  }

  @Override
  public List<Execution> unknown(String beginning) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                ExecutionRow.<ExecutionRow>stream(
                        "status = ?1 and id like ?2 escape '!' order by acceptedAt, id",
                        ExecutionStatus.UNKNOWN,
                        beginning.replaceAll("[!%_]", "!$0") + "%")
                    .map(json::execution)
                    .toList());
  }

  @Override
  public Optional<Execution> settle(String id, Outcome outcome, Instant now) {
    int settled =
        ExecutionRow.update(
            "status = ?1, outcome = ?2, endedAt = ?3 where id = ?4 and status = ?5",
            outcome.status(),
            json.write(outcome),
            now.truncatedTo(ChronoUnit.MICROS),
            id,
            ExecutionStatus.UNKNOWN);
    return settled == 1 ? Optional.of(changed(id)) : Optional.empty();
  }

  @Override
  public void wantStopped(String id, String by) {
    ExecutionRow.update(
        "stopBy = ?1 where id = ?2 and status in ?3 and stopBy is null", by, id, OPEN);
  }

  @Override
  public Optional<String> stopWantedBy(String id) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                ExecutionRow.find("select stopBy from ExecutionRow where id = ?1", id)
                    .project(String.class)
                    .firstResultOptional());
  }

  @Override
  public Map<String, String> stopsWanted() {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                ExecutionRow.<ExecutionRow>stream(
                        "status in ?1 and node = ?2 and stopBy is not null", OPEN, node)
                    .collect(
                        Collectors.toMap(
                            row -> row.id, row -> Objects.requireNonNull(row.stopBy))));
  }

  @Override
  public void noteLines(Map<String, String> lineByExecution) {
    QuarkusTransaction.joiningExisting()
        .run(
            () ->
                lineByExecution.forEach(
                    (id, line) ->
                        ExecutionRow.update("lastLine = ?1 where id = ?2", shortened(line), id)));
  }

  private static String shortened(String line) {
    return line.substring(0, Math.min(LONGEST_LINE, line.length()));
  }

  @Override
  public String lastLine(String id) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                ExecutionRow.find("select lastLine from ExecutionRow where id = ?1", id)
                    .project(String.class)
                    .firstResultOptional())
        .orElse("");
  }

  @Override
  public List<Execution> open() {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                ExecutionRow.<ExecutionRow>stream("status in ?1 order by acceptedAt, id", OPEN)
                    .map(json::execution)
                    .toList());
  }

  /** So that no worker takes up what a process left behind that is gone. */
  private static void dropTasksOfTheDead() {
    ExecutionRow.getEntityManager()
        .createNativeQuery(
            "delete from scheduled_tasks where task_name = ?1 and (task_instance not in (select"
                + " executions.id from executions join nodes on nodes.id = executions.node)"
                + " or picked and picked_by not in (select id from nodes))")
        .setParameter(1, WorkKind.EXECUTIONS.task())
        .executeUpdate();
  }

  @Override
  public List<Execution> endedSince(ConversationId conversation, String person, Instant since) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                ExecutionRow.<ExecutionRow>stream(
                        "conversation = ?1 and person = ?2 and endedAt > ?3 order by endedAt, id",
                        conversation.toString(),
                        person,
                        since.truncatedTo(ChronoUnit.MICROS))
                    .map(json::execution)
                    .toList());
  }
}
