package dev.parley.action;

import dev.parley.conversation.ConversationId;
import dev.parley.intent.Outcome;
import java.time.Instant;
import java.util.List;
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

  /** What had not ended when the previous process died; nobody works on it any more. */
  List<Execution> abandoned();

  /** What has not ended, of everybody, oldest first. */
  List<Execution> open();

  /** What a person's conversation has that ended after {@code since}, oldest first. */
  List<Execution> endedSince(ConversationId conversation, String person, Instant since);
}
