package dev.parley.channel;

import dev.parley.Answer;
import dev.parley.action.Execution;
import dev.parley.action.WholeOutput;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.person.Person;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a front end tells, and may ask, the assistant. What is said in return is not in the answers
 * alone: all of it comes through {@link FrontEnd#post}.
 */
public interface Ears {
  /**
   * Hears a message at once. The same id of the same speaker and conversation does nothing more and
   * gets the first answer.
   *
   * @throws dev.parley.StoppingException when the server is about to end: it was not heard
   * @throws dev.parley.RecordsAwayException when nothing can be stored: it was not heard
   */
  Answer hear(Utterance utterance);

  /**
   * Hears the press of a button. It goes through whatever the typed words go through, and serves
   * only whoever it was offered to, and only while it is the newest offer; otherwise that is said.
   */
  Answer press(Press press);

  /**
   * Hears a message off this thread, after those of its conversation that came before it.
   *
   * @param heard is given the answer
   * @param sorry is told a sentence for whoever spoke, when it was not heard
   */
  void take(Utterance utterance, Consumer<Answer> heard, Consumer<String> sorry);

  /** The same for the press of a button. */
  void take(Press press, Consumer<Answer> heard, Consumer<String> sorry);

  /** Whose account this is; a guest where it is nobody's. */
  Person person(Speaker speaker);

  /** Whether this speaker is asked something there, so that they need not address us to answer. */
  boolean asks(Speaker speaker, ConversationId conversation);

  /**
   * Whether this speaker has spoken to us there, or is asked something: what they say in such a
   * thread is meant for us, where it names nobody else.
   */
  boolean follows(Speaker speaker, ConversationId conversation);

  /** An execution as it is now. */
  Optional<Execution> execution(String id);

  /** Everything that an execution has said, for platforms that take files. */
  Optional<WholeOutput> output(String executionId);

  /**
   * Notes what people call a place, e.g. {@code #ops} where the platform's id says nothing to them;
   * it is kept.
   */
  void named(ConversationId conversation, String name);
}
