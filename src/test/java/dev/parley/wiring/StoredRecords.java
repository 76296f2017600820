package dev.parley.wiring;

import static dev.parley.wiring.RecordSamples.NOON;
import static dev.parley.wiring.RecordSamples.conversation;
import static dev.parley.wiring.RecordSamples.execution;
import static dev.parley.wiring.RecordSamples.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.action.Execution;
import dev.parley.intent.ExecutionStatus;
import dev.parley.schedule.Scheduled;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds on every database, besides the contract. Each test plays a process that started. */
abstract class StoredRecords
    implements DialogueStoreContract,
        DeliveryContract,
        JournalContract,
        ApprovalsContract,
        ScheduleContract,
        EnrolmentsContract,
        AuditLogContract {
  @Inject DataSource database;
  @Inject TransactionSynchronizationRegistry registry;

  private final ExecutorService tellers = Executors.newSingleThreadExecutor();
  private Records records;

  @BeforeEach
  void startProcess() {
    records = process();
  }

  @AfterEach
  void stopProcess() {
    records.workers().close();
    records.alarms().close();
    tellers.shutdown();
  }

  private Records process() {
    return Records.stored(database, registry, tellers, Duration.ofHours(1));
  }

  @Override
  public Records records() {
    return records;
  }

  @Test
  void abandonsWhatADeadProcessAcceptedOrBegan() throws Exception {
    var waiting = execution(conversation());
    var begun = execution(conversation());
    var ended = execution(conversation());
    stored(() -> List.of(waiting, begun, ended).forEach(records.journal()::accept));
    stored(() -> records.journal().begin(begun.id(), NOON));
    stored(() -> records.journal().finish(ended.id(), outcome(ExecutionStatus.FAILED), NOON));

    var next = process();
    assertThat(next.journal().abandoned())
        .extracting(Execution::id)
        .contains(waiting.id(), begun.id())
        .doesNotContain(ended.id());
    assertThat(tasks()).doesNotContain(waiting.id(), begun.id(), ended.id());
  }

  @Test
  void neverPerformsWhatADeadProcessLeft() throws Exception {
    var left = execution(conversation());
    stored(() -> records.journal().accept(left));
    assertThat(tasks()).contains(left.id());

    records = process();
    var performed = new LinkedBlockingQueue<String>();
    records.workers().start(performed::add);
    assertThat(tasks()).doesNotContain(left.id());
    var own = execution(conversation());
    stored(() -> records.journal().accept(own));
    assertThat(performed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(own.id());
    assertThat(performed).isEmpty();
  }

  @Test
  void abandonsNothingOfItsOwn() {
    var own = execution(conversation());
    stored(() -> records.journal().accept(own));
    assertThat(records.journal().abandoned()).extracting(Execution::id).doesNotContain(own.id());
  }

  @Test
  void tellsOfTheAbandonedUntilTheirEndIsStored() {
    var left = execution(conversation());
    stored(() -> records.journal().accept(left));
    var next = process();
    undone(() -> next.journal().finish(left.id(), outcome(ExecutionStatus.UNKNOWN), NOON));
    assertThat(next.journal().abandoned()).extracting(Execution::id).contains(left.id());
    stored(() -> next.journal().finish(left.id(), outcome(ExecutionStatus.UNKNOWN), NOON));
    assertThat(next.journal().abandoned()).extracting(Execution::id).doesNotContain(left.id());
  }

  @Test
  void storesAnExecutionAndItsTaskTogetherOrNot() throws Exception {
    var undone = execution(conversation());
    undone(() -> records.journal().accept(undone));
    assertThat(tasks()).doesNotContain(undone.id());
    var stored = execution(conversation());
    stored(() -> records.journal().accept(stored));
    assertThat(tasks()).contains(stored.id());
  }

  @Test
  void neverTriesAgainWhatFailed() throws Exception {
    var tried = new LinkedBlockingQueue<String>();
    records
        .workers()
        .start(
            id -> {
              tried.add(id);
              throw new IllegalStateException("The worker failed.");
            });
    var execution = execution(conversation());
    stored(() -> records.journal().accept(execution));
    assertThat(tried.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(execution.id());
    records.workers().close();
    assertThat(tasks()).doesNotContain(execution.id());
    assertThat(tried).isEmpty();
  }

  @Test
  void undoesEverythingOfAMessageTogether() throws Exception {
    var here = conversation();
    var heard = RecordSamples.utterance(here, "m-1", NOON);
    var execution = execution(here);
    undone(
        () -> {
          records.dialogues().lock(here);
          records.inbox().record(heard, "jason", RecordSamples.answer("Restarting"));
          records.journal().accept(execution);
          records.outbox().append(RecordSamples.message(here, "Restarting"));
        });
    assertThat(records.inbox().answered(heard, "jason")).isEmpty();
    assertThat(records.journal().find(execution.id())).isEmpty();
    assertThat(records.outbox().after(here, 0, 9)).isEmpty();
    assertThat(tasks()).doesNotContain(execution.id());
  }

  @Test
  void ringsForWhatIsDueAlsoOfADeadProcess() throws Exception {
    var due = Instant.now().plusSeconds(1);
    var left = ScheduleContract.later(conversation(), due);
    var taken = ScheduleContract.later(conversation(), due);
    var undone = ScheduleContract.later(conversation(), due);
    var far = ScheduleContract.later(conversation(), due.plusSeconds(86_400));
    stored(() -> List.of(left, taken, far).forEach(records.schedule()::add));
    stored(() -> records.schedule().take(taken.id(), Scheduled.State.CANCELLED));

    records = process();
    var rung = new LinkedBlockingQueue<String>();
    records.alarms().start(rung::add);
    undone(() -> records.schedule().add(undone));
    var own = ScheduleContract.later(conversation(), due.plusSeconds(1));
    stored(() -> records.schedule().add(own));
    var heard = new HashSet<String>();
    while (!heard.containsAll(List.of(left.id(), own.id()))) {
      var next = rung.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(next).isNotNull();
      heard.add(next);
    }
    assertThat(heard).doesNotContain(taken.id(), undone.id(), far.id());
  }

  private List<String> tasks() throws SQLException {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement("select task_instance from scheduled_tasks");
        var rows = query.executeQuery()) {
      var tasks = new ArrayList<String>();
      while (rows.next()) {
        tasks.add(rows.getString(1));
      }
      return tasks;
    }
  }
}
