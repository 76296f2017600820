package dev.parley.web;

import dev.parley.Answer;
import dev.parley.action.Execution;
import dev.parley.action.WholeOutput;
import dev.parley.audit.AuditEvent;
import dev.parley.audit.AuditLog;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.delivery.Message;
import dev.parley.delivery.Outbox;
import dev.parley.permission.Approval;
import dev.parley.person.Person;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a way in needs of the assistant: to be heard, and to read what was said later. */
public interface Conversations {
  Answer hear(Utterance utterance);

  /** What was said after message number {@code number}, oldest first. */
  List<Message> after(ConversationId conversation, long number, int limit);

  /** The number of the newest message, 0 when nothing was said yet. */
  long last(ConversationId conversation);

  /** Calls {@code listener} after each commit that added to the conversation, until closed. */
  Outbox.Subscription subscribe(ConversationId conversation, Runnable listener);

  Optional<Execution> execution(String id);

  /**
   * The whole output of an execution.
   *
   * @param target of which target; null for all of them
   */
  WholeOutput output(Execution execution, @Nullable String target);

  /** What began because this one had succeeded. */
  List<Execution> followers(Execution ended);

  /** Where a speaker's own dialogue stands now. */
  Answer.State state(Speaker speaker, ConversationId conversation);

  /** What a person has running or about to run, oldest first. */
  List<Execution> running(Person person);

  /** What waits for a second person and concerns this one: their own requests, and others'. */
  List<Approval> waiting(Person person);

  /** Whose account this is. */
  Person person(Speaker speaker);

  /** Everybody whom {@code permissions.yml} names. */
  Collection<Person> people();

  /** The names that a speaker can say: of intents they may ask for, their slots, what exists. */
  List<String> vocabulary(Speaker speaker, ConversationId conversation);

  /** What was asked and done. */
  AuditLog record();

  /** Adds a fact to the record, in a commit of its own. */
  void note(AuditEvent event);
}
