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
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Executions in the database, each with the task that starts it: one commit stores both, and a
 * worker is woken when it is done. One process at a time works on a database: whatever another
 * process accepted and did not end is abandoned.
 */
public final class SchedulerJournal implements Journal, Workers {
  private static final List<ExecutionStatus> OPEN =
      List.of(ExecutionStatus.SCHEDULED, ExecutionStatus.RUNNING);

  private final ExecutionJson json;
  private final Executor afterCommit;
  private final String node;
  private final TaskQueue queue;

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
    this.queue = new TaskQueue(database, node, polling);
  }

  @Override
  public void start(Consumer<String> perform) {
    QuarkusTransaction.joiningExisting().run(this::dropTasksOfOthers);
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
    queue.add(execution.id());
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
            "status = ?1, startedAt = ?2 where id = ?3 and status = ?4",
            ExecutionStatus.RUNNING,
            now.truncatedTo(ChronoUnit.MICROS),
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
              dropTasksOfOthers();
              return ExecutionRow.<ExecutionRow>stream(
                      "status in ?1 and node <> ?2 order by acceptedAt, id", OPEN, node)
                  .map(json::execution)
                  .toList();
            });
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

  /** So that no worker takes up what another process left behind. */
  private void dropTasksOfOthers() {
    ExecutionRow.getEntityManager()
        .createNativeQuery(
            "delete from scheduled_tasks where task_name = ?1 and task_instance not in"
                + " (select id from executions where node = ?2)")
        .setParameter(1, TaskQueue.TASK)
        .setParameter(2, node)
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
