package dev.parley.action;

import dev.parley.conversation.ConversationId;
import dev.parley.intent.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every execution, from the moment it was confirmed. {@link #accept} joins the transaction of the
 * message; the action is handed to a worker only after that commit, and at most once.
 */
public interface Journal {
  /** Stores an execution as SCHEDULED and has a worker take it up after the commit. */
  void accept(Execution execution);

  Optional<Execution> find(String id);

  /**
   * Marks it RUNNING, in the transaction that is open.
   *
   * @return the execution, or empty when it had begun or ended before: then it must not run
   */
  Optional<Execution> begin(String id, Instant now);

  /**
   * Stores how it ended, in the transaction that is open.
   *
   * @return the execution, or empty when it had ended before
   */
  Optional<Execution> finish(String id, Outcome outcome, Instant now);

  /** What has not ended and was a process's that is gone; nobody works on it any more. */
  List<Execution> abandoned();

  /**
   * Stores how something abandoned ended, in the transaction that is open.
   *
   * @param seen as {@link #abandoned} told of it
   * @return the execution, or empty when somebody else has taken it up or settled it since
   */
  Optional<Execution> abandon(Execution seen, Outcome outcome, Instant now);

  /** What ended in a way that nobody knows, and has an id with this beginning. */
  List<Execution> unknown(String beginning);

  /**
   * Stores how something unknown ended after all, in the transaction that is open.
   *
   * @return the execution, or empty when its end is known already
   */
  Optional<Execution> settle(String id, Outcome outcome, Instant now);

  /**
   * Notes in the transaction that is open that an execution is to stop, wherever it runs.
   *
   * @param by the name of who wants that
   */
  void wantStopped(String id, String by);

  /** Who wants an execution to stop. */
  Optional<String> stopWantedBy(String id);

  /** Which executions are to stop that run in this process, and who wants that. */
  Map<String, String> stopsWanted();

  /** Notes what executions of this process said last, for the others. */
  void noteLines(Map<String, String> lineByExecution);

  /** What an execution said last, as far as it was noted; empty for nothing. */
  String lastLine(String id);

  /** What has not ended, of everybody, oldest first. */
  List<Execution> open();

  /** What a person's conversation has that ended after {@code since}, oldest first. */
  List<Execution> endedSince(ConversationId conversation, String person, Instant since);
}
