package dev.parley.wiring;

import static dev.parley.wiring.RecordSamples.NOON;
import static dev.parley.wiring.RecordSamples.conversation;
import static dev.parley.wiring.RecordSamples.execution;
import static dev.parley.wiring.RecordSamples.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.action.Claim;
import dev.parley.action.Execution;
import dev.parley.action.Holder;
import dev.parley.action.ResourceLock;
import dev.parley.audit.AuditEvent;
import dev.parley.audit.Head;
import dev.parley.audit.NotedHead;
import dev.parley.audit.Wanted;
import dev.parley.audit.jpa.JpaAuditLog;
import dev.parley.backup.Backup;
import dev.parley.intent.ExecutionStatus;
import dev.parley.node.Node;
import dev.parley.schedule.Scheduled;
import dev.parley.teaching.Misreading;
import dev.parley.training.ModelStore;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds on every database, besides the contract. Each test plays a process that started. */
abstract class StoredRecords
    implements DialogueStoreContract,
        DeliveryContract,
        JournalContract,
        ApprovalsContract,
        ScheduleContract,
        EnrolmentsContract,
        TeachingContract,
        AuditLogContract {
  /** After so many looks without a heartbeat a process is gone; one look more than its patience. */
  private static final int LOOKS = 17;

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
    return process("here");
  }

  /** One that works on the database from now on, in place of who was in that place before. */
  private Records process(String place) {
    return process(place, null);
  }

  private Records process(String place, @Nullable NotedHead noted) {
    var node = new Node(UUID.randomUUID().toString(), place);
    var started =
        Records.stored(database, registry, tellers, Duration.ofHours(1), node, false, noted);
    started.neighbours().nodes().join();
    return started;
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

  @Test
  void whatADeadProcessWasAboutToRingRingsElsewhereOnceAndSoon() throws Exception {
    var due = ScheduleContract.later(conversation(), Instant.now().minusSeconds(1));
    stored(() -> records.schedule().add(due));
    var dead = process("there");
    sql(
        "update scheduled_alarms set picked = true, picked_by = '%s', last_heartbeat ="
                .formatted(dead.neighbours().nodes().self().id())
            + " current_timestamp + interval '1' hour where task_instance = '%s'"
                .formatted(due.id()));
    var rung = new LinkedBlockingQueue<String>();
    var other = process("elsewhere");
    other.alarms().start(id -> rung.add(id));
    try {
      other.alarms().freeThoseOfTheDead();
      assertThat(picked(due.id())).as("of one that lives").isTrue();
      dead.neighbours().nodes().leave();
      other.alarms().freeThoseOfTheDead();
      var heard = rung.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      while (heard != null && !heard.equals(due.id())) {
        heard = rung.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
      assertThat(heard).isEqualTo(due.id());
    } finally {
      other.alarms().close();
    }
    assertThat(rung).as("once").doesNotContain(due.id());
  }

  private boolean picked(String alarm) throws SQLException {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select picked from scheduled_alarms where task_instance = ?")) {
      query.setString(1, alarm);
      try (var rows = query.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  @Test
  void aLockThatCouldNotBeGivenBackIsInNobodysWayOnceTheDatabaseIsBack() throws Exception {
    var holder = new Holder("jason", "restarting apache", NOON);
    var claims = List.of(new Claim("web-" + UUID.randomUUID(), null));
    var held = (ResourceLock.Held) records.locks().acquire(claims, holder);
    sql("alter table resource_locks rename to resource_locks_away");
    try {
      held.close();
      assertThatThrownBy(() -> records.locks().acquire(claims, holder))
          .isInstanceOf(RuntimeException.class);
    } finally {
      sql("alter table resource_locks_away rename to resource_locks");
    }
    var again = records.locks().acquire(claims, holder);
    assertThat(again).isInstanceOf(ResourceLock.Held.class);
    ((ResourceLock.Held) again).close();
  }

  @Test
  void findsWhatWasChangedInTheDatabase() throws Exception {
    for (int i = 0; i < 4; i++) {
      stored(() -> records.audit().append(seen("chained")));
    }
    long last = records.audit().head().position();
    assertThat(findings()).isEmpty();

    sql("update audit_events set person = 'nobody' where position = " + (last - 1));
    assertThat(findings())
        .containsExactly("Entry " + (last - 1) + " was changed after it was written.");
    sql("update audit_events set person = 'jason' where position = " + (last - 1));

    swap(last - 2, last - 1);
    assertThat(findings().get(0)).startsWith("Entry " + (last - 2) + " does not follow on entry");
    swap(last - 2, last - 1);

    sql("update audit_events set position = null where position = " + last);
    assertThat(findings())
        .anyMatch(finding -> finding.startsWith("Entry " + last + " was cut off the end"))
        .anyMatch(finding -> finding.startsWith("An entry stands outside the chain"));
    sql("update audit_events set position = " + last + " where position is null");

    sql("update audit_events set position = -position where position = " + (last - 1));
    assertThat(findings()).contains("Entry " + (last - 1) + " was removed.");
    sql("update audit_events set position = -position where position < 0");
    assertThat(findings()).isEmpty();
  }

  private List<String> findings() {
    return records.audit().verify(List.of()).findings();
  }

  private static AuditEvent seen(String execution) {
    return new AuditEvent.ActionStarted(NOON, "jason", "api:demo", execution);
  }

  private void swap(long one, long other) throws SQLException {
    sql("update audit_events set position = -1 where position = " + one);
    sql("update audit_events set position = " + one + " where position = " + other);
    sql("update audit_events set position = " + other + " where position = -1");
  }

  private void sql(String statement) throws SQLException {
    try (var connection = database.getConnection();
        var update = connection.createStatement()) {
      update.executeUpdate(statement);
    }
  }

  @Test
  void severalWritersMakeOneChain() throws Exception {
    long before = records.audit().head().position();
    var other = process();
    var writers = Executors.newFixedThreadPool(4);
    try {
      var written = new ArrayList<Future<?>>();
      for (int i = 0; i < 40; i++) {
        var process = i % 2 == 0 ? records : other;
        written.add(
            writers.submit(
                () ->
                    process
                        .transactions()
                        .call(
                            () -> {
                              process.audit().append(seen("one"));
                              process.audit().append(seen("two"));
                              return true;
                            })));
      }
      for (var one : written) {
        one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } finally {
      writers.shutdownNow();
      other.workers().close();
      other.alarms().close();
    }
    assertThat(records.audit().head().position()).isEqualTo(before + 80);
    assertThat(findings()).isEmpty();
  }

  @Test
  void severalNoteForReviewAtOnce() throws Exception {
    var other = process("there");
    var writers = Executors.newFixedThreadPool(4);
    try {
      var noted = new ArrayList<Future<?>>();
      for (int i = 0; i < 60; i++) {
        var process = i % 2 == 0 ? records : other;
        var words = "noted at once " + i / 3;
        var misreading =
            new Misreading(
                words, words, Misreading.Reason.DECLINED, "", 0, "", "", "jason", "web:1", NOON);
        noted.add(
            writers.submit(
                () ->
                    process
                        .transactions()
                        .call(
                            () -> {
                              process.reviews().note(misreading);
                              return true;
                            })));
      }
      for (var one : noted) {
        one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } finally {
      writers.shutdownNow();
    }
    assertThat(records.reviews().open(Integer.MAX_VALUE))
        .filteredOn(item -> item.last().words().startsWith("noted at once"))
        .hasSize(20)
        .allMatch(item -> item.count() == 3);
  }

  @Test
  void chainsWhatWasWrittenBeforeThereWasAChain() throws Exception {
    stored(() -> records.audit().append(seen("older")));
    long last = records.audit().head().position();
    // as the migration finds them
    sql(
        "update audit_events set position = null, previous = null, hash = null, intent = '', execution = ''");
    sql("update audit_head set entries = 0, hash = '" + Head.NONE.hash() + "', begun = false");
    process();
    assertThat(records.audit().head().position()).isEqualTo(last);
    assertThat(findings()).isEmpty();
    sql(
        "insert into audit_events (happened_at, kind, conversation, person, words, event)"
            + " select happened_at, kind, conversation, person, words, event from audit_events"
            + " where position = "
            + last);
    process();
    assertThat(findings()).singleElement().asString().startsWith("An entry stands outside");
    sql("delete from audit_events where position is null");
  }

  @Test
  void notesTheEndOutsideTheDatabase(@TempDir Path folder) throws Exception {
    var file = Files.createFile(folder.resolve("record-head"));
    try (var noted = new NotedHead(file)) {
      var process = process("here", noted);
      process
          .transactions()
          .call(
              () -> {
                process.audit().append(seen("noted"));
                return true;
              });
      var head = process.audit().head();
      assertThat(Head.parse(Files.readString(file))).contains(head);
      sql("delete from audit_events where position = " + head.position());
      var before = process.audit().newest(Wanted.ALL, 1).get(0);
      sql(
          "update audit_head set entries = "
              + before.position()
              + ", hash = '"
              + before.hash()
              + "'");
      assertThat(findings()).isEmpty();
      assertThat(process.audit().verify(List.of()).findings())
          .containsExactly(
              "Entry "
                  + head.position()
                  + " was cut off the end: "
                  + head.position()
                  + " were noted outside the database.");
    }
  }

  @Test
  void leavesAloneWhatALivingProcessHas() {
    var accepted = execution(conversation());
    var begun = execution(conversation());
    stored(() -> List.of(accepted, begun).forEach(records.journal()::accept));
    stored(() -> records.journal().begin(begun.id(), NOON));
    var other = process("there");
    assertThat(other.journal().abandoned())
        .extracting(Execution::id)
        .doesNotContain(accepted.id(), begun.id());
  }

  @Test
  void aProcessThatIsNotHeardOfIsGoneAndAPauseOfTheOneWhoLooksIsNone() {
    var left = execution(conversation());
    stored(() -> records.journal().accept(left));
    stored(() -> records.journal().begin(left.id(), NOON));
    var other = process("there").neighbours().nodes();
    for (int looks = 0; looks < 2 * LOOKS; looks++) {
      records.neighbours().nodes().beat();
      other.beat();
    }
    assertThat(records.journal().abandoned()).extracting(Execution::id).doesNotContain(left.id());
    for (int looks = 0; looks < LOOKS; looks++) {
      other.beat();
    }
    assertThat(records.journal().abandoned()).extracting(Execution::id).contains(left.id());
    records.neighbours().nodes().beat();
    assertThat(records.journal().abandoned()).extracting(Execution::id).doesNotContain(left.id());
  }

  @Test
  void whatIsAbandonedIsSettledByOneOfManyOnly() {
    var left = execution(conversation());
    stored(() -> records.journal().accept(left));
    stored(() -> records.journal().begin(left.id(), NOON));
    var one = process("there");
    var other = process("elsewhere");
    records.neighbours().nodes().leave();
    var seen = found(one.journal().abandoned(), left.id());
    var lost = outcome(ExecutionStatus.UNKNOWN);
    stored(() -> assertThat(other.journal().abandon(seen, lost, NOON)).isPresent());
    stored(() -> assertThat(one.journal().abandon(seen, lost, NOON)).isEmpty());
    assertThat(one.journal().find(left.id()).orElseThrow().status())
        .isEqualTo(ExecutionStatus.UNKNOWN);
  }

  @Test
  void whatAnotherProcessHasTakenUpIsNotAbandoned() {
    var accepted = execution(conversation());
    stored(() -> records.journal().accept(accepted));
    var one = process("there");
    var other = process("elsewhere");
    records.neighbours().nodes().leave();
    var seen = found(one.journal().abandoned(), accepted.id());
    stored(() -> assertThat(other.journal().begin(accepted.id(), NOON)).isPresent());
    stored(
        () ->
            assertThat(one.journal().abandon(seen, outcome(ExecutionStatus.CANCELLED), NOON))
                .isEmpty());
    assertThat(one.journal().find(accepted.id()).orElseThrow().status())
        .isEqualTo(ExecutionStatus.RUNNING);
  }

  @Test
  void whatADeadProcessTookUpButDidNotBeginIsAbandoned() throws Exception {
    var accepted = execution(conversation());
    stored(() -> records.journal().accept(accepted));
    var other = process("there");
    sql(
        "update scheduled_tasks set picked = true, picked_by = '%s' where task_instance = '%s'"
            .formatted(other.neighbours().nodes().self().id(), accepted.id()));
    assertThat(records.journal().abandoned())
        .extracting(Execution::id)
        .doesNotContain(accepted.id());

    other.neighbours().nodes().leave();
    var seen = found(records.journal().abandoned(), accepted.id());
    assertThat(tasks()).doesNotContain(accepted.id());
    stored(
        () ->
            assertThat(records.journal().abandon(seen, outcome(ExecutionStatus.CANCELLED), NOON))
                .isPresent());
    assertThat(records.journal().abandoned())
        .extracting(Execution::id)
        .doesNotContain(accepted.id());
  }

  private static Execution found(List<Execution> all, String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aWishToStopReachesTheProcessThatRunsIt() {
    var execution = execution(conversation());
    stored(() -> records.journal().accept(execution));
    var other = process("there");
    stored(() -> other.journal().begin(execution.id(), NOON));
    stored(() -> records.journal().wantStopped(execution.id(), "Maria"));
    stored(() -> records.journal().wantStopped(execution.id(), "Jason"));
    assertThat(other.journal().stopsWanted()).containsEntry(execution.id(), "Maria");
    assertThat(other.journal().stopWantedBy(execution.id())).contains("Maria");
    assertThat(records.journal().stopsWanted()).doesNotContainKey(execution.id());
  }

  @Test
  void whatItSaidLastIsKnownToTheOthers() {
    var execution = execution(conversation());
    stored(() -> records.journal().accept(execution));
    assertThat(process("there").journal().lastLine(execution.id())).isEmpty();
    records.journal().noteLines(Map.of(execution.id(), "Stopping …"));
    assertThat(process("there").journal().lastLine(execution.id())).isEqualTo("Stopping …");
  }

  @Test
  void twoProcessesNeverChangeTheSameAtOnce() {
    var other = process("there");
    var holder = new Holder("jason", "restarting apache", NOON);
    var target = "web-" + UUID.randomUUID();
    var whole = List.of(new Claim(target, null));
    var apache = List.of(new Claim(target, "apache"));
    var nginx = List.of(new Claim(target, "nginx"));
    var held = (ResourceLock.Held) records.locks().acquire(apache, holder);
    assertThat(other.locks().acquire(apache, holder))
        .isEqualTo(new ResourceLock.Taken(apache.get(0), holder));
    assertThat(other.locks().acquire(whole, holder)).isInstanceOf(ResourceLock.Taken.class);
    assertThat(other.locks().taken(apache)).isPresent();
    ((ResourceLock.Held) other.locks().acquire(nginx, holder)).close();
    records.neighbours().tidy().run();
    assertThat(other.locks().taken(apache)).isPresent();
    held.close();
    assertThat(other.locks().taken(whole)).isEmpty();
    records.locks().acquire(whole, holder);
    records.neighbours().nodes().leave();
    assertThat(other.locks().acquire(apache, holder)).isInstanceOf(ResourceLock.Held.class);
  }

  @Test
  void whatAnotherProcessSaysIsToldToWhoFollowsHere() {
    var here = conversation();
    var other = process("there");
    var told = new ArrayList<String>();
    stored(() -> records.outbox().append(RecordSamples.message(here, "Hello")));
    try (var following = other.outbox().subscribe(here, () -> told.add("news"))) {
      other.neighbours().news().accept(NOON);
      assertThat(told).hasSize(1);
      other.neighbours().news().accept(NOON);
      assertThat(told).as("told once").hasSize(1);
      stored(() -> records.outbox().append(RecordSamples.message(here, "Again")));
      other.neighbours().news().accept(NOON.minusSeconds(86_400));
      assertThat(told).as("also where its clock is a day behind").hasSize(2);
    }
  }

  @Test
  void aBackupOfItComesBackInAnotherDatabaseAsItWas(@TempDir Path folder) throws Exception {
    var here = conversation();
    var later = ScheduleContract.later(here, Instant.now().plusSeconds(86_400));
    stored(
        () -> {
          records.audit().append(seen("backup ' \\ \u00fc \ud83d\ude00"));
          records.journal().accept(execution(here));
          records.schedule().add(later);
          records.outbox().append(RecordSamples.message(here, "Restarting"));
        });
    var file = new ByteArrayOutputStream();
    var manifest = new Backup(database, folder, Clock.systemUTC()).write(file, false);
    var head = records.audit().head();
    assertThat(manifest.head().position()).isEqualTo(head.position());

    var other = new JdbcDataSource();
    other.setUrl(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
    Flyway.configure().dataSource(other).load().migrate();
    var into = new Backup(other, folder, Clock.systemUTC());
    assertThat(into.read(new ByteArrayInputStream(file.toByteArray())).rows())
        .isEqualTo(manifest.rows());
    assertThat(folder.resolve(Backup.RESTORED)).exists();
    var restored = new JpaAuditLog(RecordJson.mapper(), other, registry, null);
    assertThat(restored.verify(List.of(head)).findings()).isEmpty();

    assertThatThrownBy(() -> into.read(new ByteArrayInputStream(file.toByteArray())))
        .hasMessageContaining("already holds something");
    assertThatThrownBy(
            () ->
                new Backup(database, folder, Clock.systemUTC())
                    .read(new ByteArrayInputStream(file.toByteArray())))
        .hasMessageContaining("already holds something");
  }

  @Test
  void whatOneProcessHasLearntOrChosenTheOthersHave(@TempDir Path folder) throws Exception {
    var version = "2026-11-20-" + UUID.randomUUID().toString().substring(0, 8);
    var learnt = Files.createDirectories(folder.resolve("here").resolve(version));
    Files.writeString(
        learnt.resolve("manifest.json"),
        "{\"format\": \"1\", \"version\": \"%s\", \"created\": \"2026-11-20T12:00:00Z\"}"
            .formatted(version));
    Files.write(learnt.resolve("intents.bin"), new byte[3_000_017]);
    var here = store(folder.resolve("here"));
    var there = store(folder.resolve("there"));
    var ours = new SharedModels(database, folder.resolve("here"), here);
    var theirs = new SharedModels(database, folder.resolve("there"), there);

    ours.exchange();
    theirs.exchange();
    assertThat(there.path(version).resolve("intents.bin"))
        .hasSameBinaryContentAs(learnt.resolve("intents.bin"));
    assertThat(there.list()).hasSize(1);

    there.choose(version);
    theirs.exchange();
    ours.exchange();
    assertThat(here.chosen()).contains(version);

    here.choose("");
    ours.exchange();
    theirs.exchange();
    assertThat(there.chosen()).isEmpty();
  }

  private static ModelStore store(Path folder) {
    return new ModelStore(folder, Clock.systemUTC());
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
