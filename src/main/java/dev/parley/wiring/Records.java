package dev.parley.wiring;

import dev.parley.Answer;
import dev.parley.InMemoryTransactions;
import dev.parley.Transactions;
import dev.parley.action.InMemoryJournal;
import dev.parley.action.InMemoryResourceLock;
import dev.parley.action.Journal;
import dev.parley.action.ResourceLock;
import dev.parley.action.Workers;
import dev.parley.action.jpa.JpaResourceLock;
import dev.parley.action.jpa.SchedulerJournal;
import dev.parley.audit.AuditLog;
import dev.parley.audit.InMemoryAuditLog;
import dev.parley.audit.NotedHead;
import dev.parley.audit.jpa.JpaAuditLog;
import dev.parley.delivery.InMemoryInbox;
import dev.parley.delivery.InMemoryNumbering;
import dev.parley.delivery.InMemoryOutbox;
import dev.parley.delivery.InMemoryPlaceNames;
import dev.parley.delivery.InMemoryTranscript;
import dev.parley.delivery.Inbox;
import dev.parley.delivery.Outbox;
import dev.parley.delivery.PlaceNames;
import dev.parley.delivery.Transcript;
import dev.parley.delivery.jpa.JpaInbox;
import dev.parley.delivery.jpa.JpaNumbering;
import dev.parley.delivery.jpa.JpaOutbox;
import dev.parley.delivery.jpa.JpaPlaceNames;
import dev.parley.delivery.jpa.JpaTranscript;
import dev.parley.dialogue.DialogueStore;
import dev.parley.dialogue.InMemoryDialogueStore;
import dev.parley.dialogue.jpa.JpaDialogueStore;
import dev.parley.node.Node;
import dev.parley.node.jpa.JpaNodes;
import dev.parley.permission.Approvals;
import dev.parley.permission.Enrolments;
import dev.parley.permission.InMemoryApprovals;
import dev.parley.permission.InMemoryEnrolments;
import dev.parley.permission.jpa.JpaApprovals;
import dev.parley.permission.jpa.JpaEnrolments;
import dev.parley.person.InMemoryLinkedAccounts;
import dev.parley.person.LinkedAccounts;
import dev.parley.person.jpa.JpaLinkedAccounts;
import dev.parley.schedule.Alarms;
import dev.parley.schedule.InMemorySchedule;
import dev.parley.schedule.Schedule;
import dev.parley.schedule.jpa.JpaSchedule;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the assistant keeps. Join the neighbours first, have the assistant recover, then
 * start the workers.
 *
 * @param workers take up what the journal accepts
 * @param alarms ring for what is scheduled
 * @param locks what is being changed now
 * @param places what people call places
 * @param neighbours the other processes that keep their records in the same place
 */
public record Records(
    Transactions transactions,
    DialogueStore dialogues,
    Inbox<Answer> inbox,
    Outbox outbox,
    Transcript transcript,
    Journal journal,
    Approvals approvals,
    AuditLog audit,
    Workers workers,
    Schedule schedule,
    Alarms alarms,
    ResourceLock locks,
    Neighbours neighbours,
    Enrolments enrolments,
    LinkedAccounts accounts,
    PlaceNames places) {

  /** Work of a transaction, and what surrounds it. */
  interface Surrounding {
    <T> T call(Supplier<T> work);
  }

  /** The same, with this around the work of each transaction. */
  Records within(Surrounding surrounding) {
    var inner = transactions;
    var outer =
        new Transactions() {
          @Override
          public <T> T call(Supplier<T> work) {
            return inner.call(() -> surrounding.call(work));
          }
        };
    return new Records(
        outer,
        dialogues,
        inbox,
        outbox,
        transcript,
        journal,
        approvals,
        audit,
        workers,
        schedule,
        alarms,
        locks,
        neighbours,
        enrolments,
        accounts,
        places);
  }

  /** How often it is looked whether something is due. */
  private static final Duration ALARMS = Duration.ofSeconds(1);

  /** Kept as long as the process runs; an action runs on the thread whose message started it. */
  public static Records inMemory() {
    var transactions = new InMemoryTransactions();
    var dialogues = new InMemoryDialogueStore();
    var numbering = new InMemoryNumbering(transactions::afterCommit);
    var inbox = new InMemoryInbox<Answer>(numbering);
    var outbox = new InMemoryOutbox(numbering);
    var transcript = new InMemoryTranscript(inbox, outbox, numbering);
    var journal = new InMemoryJournal(transactions::afterCommit);
    var approvals = new InMemoryApprovals();
    var audit = new InMemoryAuditLog();
    var schedule = new InMemorySchedule();
    transactions.cover(dialogues::savepoint);
    transactions.cover(numbering::savepoint);
    transactions.cover(inbox::savepoint);
    transactions.cover(outbox::savepoint);
    transactions.cover(journal::savepoint);
    transactions.cover(approvals::savepoint);
    transactions.cover(audit::savepoint);
    transactions.cover(schedule::savepoint);
    var enrolments = new InMemoryEnrolments();
    transactions.cover(enrolments::savepoint);
    var accounts = new InMemoryLinkedAccounts();
    transactions.cover(accounts::savepoint);
    return new Records(
        transactions,
        dialogues,
        inbox,
        outbox,
        transcript,
        journal,
        approvals,
        audit,
        journal,
        schedule,
        schedule,
        new InMemoryResourceLock(),
        Neighbours.none(),
        enrolments,
        accounts,
        new InMemoryPlaceNames());
  }

  /**
   * Kept in the database.
   *
   * @param tellers runs those who follow a conversation when it has something new
   * @param polling how often workers look for what nobody woke them for
   * @param node this process
   * @param alone whether nobody else can have the database open
   * @param noted where the end of the record is noted outside the database; null for nowhere
   */
  public static Records stored(
      DataSource database,
      TransactionSynchronizationRegistry registry,
      Executor tellers,
      Duration polling,
      Node node,
      boolean alone,
      @Nullable NotedHead noted) {
    var mapper = RecordJson.mapper();
    var audit = new JpaAuditLog(mapper, database, registry, noted);
    audit.begin();
    var numbering = new JpaNumbering(new AfterCommit(registry, tellers));
    var outbox = new JpaOutbox(mapper, numbering);
    var journal =
        new SchedulerJournal(
            mapper, database, new AfterCommit(registry, Runnable::run), node.id(), polling);
    var schedule = new JpaSchedule(mapper, database, node.id(), ALARMS);
    var locks = new JpaResourceLock(mapper, node.id());
    return new Records(
        new JtaTransactions(),
        new JpaDialogueStore(mapper),
        new JpaInbox<>(mapper, Answer.class, numbering),
        outbox,
        new JpaTranscript(outbox, numbering),
        journal,
        new JpaApprovals(mapper),
        audit,
        journal,
        schedule,
        schedule,
        locks,
        new Neighbours(new JpaNodes(node, alone), alone, numbering::look, locks::tidy),
        new JpaEnrolments(mapper),
        new JpaLinkedAccounts(),
        new JpaPlaceNames());
  }
}
