package dev.parley.channel;

import dev.parley.Answer;
import dev.parley.Assistant;
import dev.parley.RecordsAwayException;
import dev.parley.StoppingException;
import dev.parley.action.Execution;
import dev.parley.action.WholeOutput;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.person.People;
import dev.parley.person.Person;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The assistant's own ears. */
public final class AssistantEars implements Ears, AutoCloseable {
  private static final Logger LOG = System.getLogger("dev.parley.channel");
  private static final int AT_ONCE = 16;
  private static final long PATIENCE_MILLIS = 5_000;

  private final Assistant assistant;
  private final People people;
  private final Function<String, Optional<Execution>> executions;
  private final Function<String, Optional<WholeOutput>> outputs;
  private final BiConsumer<ConversationId, String> names;
  private final ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE, Hearing::new);
  private final InOrder<ConversationId> inOrder = new InOrder<>(executor);
  private volatile boolean deaf;

  /**
   * @param executions finds one by its id
   * @param outputs finds what an execution said, by its id
   * @param names keeps what people call a place
   */
  public AssistantEars(
      Assistant assistant,
      People people,
      Function<String, Optional<Execution>> executions,
      Function<String, Optional<WholeOutput>> outputs,
      BiConsumer<ConversationId, String> names) {
    this.assistant = assistant;
    this.people = people;
    this.executions = executions;
    this.outputs = outputs;
    this.names = names;
  }

  private static final class Hearing extends Thread {
    Hearing(Runnable work) {
      super(work, "hearing");
      setDaemon(true);
    }
  }

  @Override
  public Answer hear(Utterance utterance) {
    refuseWhenDeaf();
    return assistant.hear(utterance);
  }

  @Override
  public Answer press(Press press) {
    refuseWhenDeaf();
    return assistant.press(press.words(), press.shown());
  }

  private void refuseWhenDeaf() {
    if (deaf) {
      throw new StoppingException();
    }
  }

  @Override
  public void take(Utterance utterance, Consumer<Answer> heard, Consumer<String> sorry) {
    take(utterance.conversation(), () -> hear(utterance), heard, sorry);
  }

  @Override
  public void take(Press press, Consumer<Answer> heard, Consumer<String> sorry) {
    take(press.conversation(), () -> press(press), heard, sorry);
  }

  private void take(
      ConversationId conversation,
      Supplier<Answer> hearing,
      Consumer<Answer> heard,
      Consumer<String> sorry) {
    if (deaf) {
      sorry.accept(String.valueOf(new StoppingException().getMessage()));
      return;
    }
    inOrder.run(conversation, () -> attempt(conversation, hearing, heard, sorry));
  }

  private static void attempt(
      ConversationId conversation,
      Supplier<Answer> hearing,
      Consumer<Answer> heard,
      Consumer<String> sorry) {
    try {
      heard.accept(hearing.get());
    } catch (StoppingException e) {
      sorry.accept(String.valueOf(e.getMessage()));
    } catch (RecordsAwayException e) {
      LOG.log(Level.ERROR, "A message in " + conversation + " could not be stored.", e);
      sorry.accept(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A message in " + conversation + " could not be heard.", e);
      sorry.accept("Something went wrong inside me, and my log says what. Say it again, please.");
    }
  }

  @Override
  public Person person(Speaker speaker) {
    return people.identify(speaker);
  }

  @Override
  public boolean asks(Speaker speaker, ConversationId conversation) {
    return assistant.state(speaker, conversation).phase() != Answer.Phase.IDLE;
  }

  @Override
  public boolean follows(Speaker speaker, ConversationId conversation) {
    return assistant.knows(speaker, conversation) || asks(speaker, conversation);
  }

  @Override
  public Optional<Execution> execution(String id) {
    return executions.apply(id);
  }

  @Override
  public Optional<WholeOutput> output(String executionId) {
    return outputs.apply(executionId);
  }

  @Override
  public void named(ConversationId conversation, String name) {
    names.accept(conversation, name);
  }

  /** Hears nothing more; what was taken before is heard to its end. */
  public void stop() {
    if (deaf) {
      return;
    }
    try {
      // who still speaks now is told to say it again
      boolean idle = inOrder.awaitIdle(PATIENCE_MILLIS);
      deaf = true;
      if (!idle) {
        LOG.log(Level.WARNING, "Some messages were still waiting to be heard; they are not.");
      }
    } catch (InterruptedException e) {
      deaf = true;
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
    executor.shutdown();
    try {
      if (!executor.awaitTermination(1, TimeUnit.SECONDS)) {
        LOG.log(Level.DEBUG, "A message is still being heard while the server ends.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
