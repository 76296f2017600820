package dev.parley.web;

import dev.parley.Answer;
import dev.parley.action.Execution;
import dev.parley.action.WholeOutput;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.delivery.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conversations as clients hold them, whether over HTTP or in the same process. */
public final class Talk {
  private static final int PAGE = 200;

  private final Conversations conversations;
  private final Clock clock;
  private final Executor executor;

  /**
   * @param executor looks whether actions have ended, off the threads that commit
   */
  public Talk(Conversations conversations, Clock clock, Executor executor) {
    this.conversations = conversations;
    this.clock = clock;
    this.executor = executor;
  }

  /** Hears a message and gives the answer at once. */
  public AnswerView say(Caller caller, ConversationId conversation, MessageRequest request) {
    return AnswerView.of(hear(caller, conversation, request));
  }

  /**
   * Hears a message and answers when what it started has ended, or when the time is up: with how it
   * stands then, and with what was said of it meanwhile.
   */
  public CompletionStage<AnswerView> sayAndWait(
      Caller caller, ConversationId conversation, MessageRequest request, Duration limit) {
    if (limit.isZero()) {
      return CompletableFuture.completedFuture(say(caller, conversation, request));
    }
    long before = conversations.last(conversation);
    var answer = hear(caller, conversation, request);
    var running =
        answer.executions().stream()
            .filter(execution -> !execution.status().ended() && execution.due() == null)
            .map(Answer.ExecutionView::id)
            .collect(Collectors.toSet());
    if (running.isEmpty()) {
      return CompletableFuture.completedFuture(AnswerView.of(answer));
    }
    var speaker = caller.speaker(request.as());
    return ended(conversation, running, limit)
        .thenApplyAsync(
            done -> afterwards(speaker, conversation, before, answer, running), executor);
  }

  /** What was said after a message, a page at a time. */
  public MessageView.Page after(ConversationId conversation, long number) {
    var messages =
        conversations.after(conversation, number, PAGE).stream().map(MessageView::of).toList();
    long next = messages.isEmpty() ? number : messages.get(messages.size() - 1).number();
    return new MessageView.Page(messages, next);
  }

  /** The number of the newest message, 0 when nothing was said yet. */
  public long last(ConversationId conversation) {
    return conversations.last(conversation);
  }

  /** Calls {@code listener} after each commit that added to the conversation, until closed. */
  public Outbox.Subscription subscribe(ConversationId conversation, Runnable listener) {
    return conversations.subscribe(conversation, listener);
  }

  /** An execution, where the caller may see it. */
  public Optional<ExecutionView> execution(Caller caller, String id) {
    return visible(caller, id).map(ExecutionView::of);
  }

  /**
   * The whole output of an execution, where the caller may see it.
   *
   * @param target of which target; null for all of them
   */
  public Optional<WholeOutput> output(Caller caller, String id, @Nullable String target) {
    return visible(caller, id)
        .map(execution -> conversations.output(execution, target))
        .filter(output -> !output.isEmpty());
  }

  private Optional<Execution> visible(Caller caller, String id) {
    return conversations.execution(id).filter(execution -> maySee(caller, execution));
  }

  /** One's own, what was asked for before everybody's eyes, and anything with the admin token. */
  private boolean maySee(Caller caller, Execution execution) {
    return caller.speaksForOthers()
        || Threads.isShared(execution.conversation())
        || execution.person().equals(conversations.person(caller.self()).key());
  }

  /** Who speaks, and how to address them. */
  public PersonView person(Caller caller, @Nullable String as) {
    var person = conversations.person(caller.speaker(as));
    return new PersonView(person.key(), person.name());
  }

  /** A person, as the API writes one. */
  public record PersonView(String person, String name) {}

  /** The names that somebody can say there, for completion. */
  public List<String> vocabulary(Caller caller, @Nullable String as, ConversationId conversation) {
    return conversations.vocabulary(caller.speaker(as), conversation);
  }

  /** What was asked and done. */
  public RecordBook record() {
    return new RecordBook(conversations.record());
  }

  private Answer hear(Caller caller, ConversationId conversation, MessageRequest request) {
    caller.must(Scope.Right.TALK, "This token may only read.");
    var speaker = caller.speaker(request.as());
    return conversations.hear(
        new Utterance(
            idOf(request.messageId()), conversation, speaker, request.text(), clock.instant()));
  }

  private static String idOf(@Nullable String given) {
    return given == null ? UUID.randomUUID().toString() : given;
  }

  private CompletableFuture<Boolean> ended(
      ConversationId conversation, Set<String> ids, Duration limit) {
    var done = new CompletableFuture<Boolean>();
    Runnable look = () -> look(ids, done);
    var subscription = conversations.subscribe(conversation, () -> executor.execute(look));
    done.completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((ended, problem) -> subscription.close());
    executor.execute(look);
    return done;
  }

  private void look(Set<String> ids, CompletableFuture<Boolean> done) {
    try {
      if (!done.isDone() && withFollowers(ids).stream().allMatch(e -> e.status().ended())) {
        done.complete(true);
      }
    } catch (RuntimeException e) {
      done.completeExceptionally(e);
    }
  }

  /** Executions as they are now, each with what began because it had succeeded. */
  private List<Execution> withFollowers(Set<String> ids) {
    var all = new ArrayList<Execution>();
    ids.forEach(id -> conversations.execution(id).ifPresent(all::add));
    for (int i = 0; i < all.size(); i++) {
      all.addAll(conversations.followers(all.get(i)));
    }
    return all;
  }

  private AnswerView afterwards(
      Speaker speaker, ConversationId conversation, long before, Answer answer, Set<String> ids) {
    var view = AnswerView.of(answer);
    var now = new LinkedHashMap<String, ExecutionView>();
    view.executions().forEach(execution -> now.put(execution.id(), execution));
    var awaited = withFollowers(ids);
    awaited.forEach(execution -> now.put(execution.id(), ExecutionView.of(execution)));
    var told = awaited.stream().map(Execution::id).collect(Collectors.toSet());
    var replies = new ArrayList<>(view.replies());
    replies.addAll(later(conversation, before, answer, told));
    var state = AnswerView.StateView.of(conversations.state(speaker, conversation));
    return new AnswerView(replies, state, view.understanding(), List.copyOf(now.values()));
  }

  /** What was said of these executions beyond the answer, which the outbox holds too. */
  private List<AnswerView.ReplyView> later(
      ConversationId conversation, long before, Answer answer, Set<String> ids) {
    var told = new ArrayList<>(answer.replies());
    var later = new ArrayList<AnswerView.ReplyView>();
    for (var message : conversations.after(conversation, before, PAGE)) {
      boolean about = message.executionId() != null && ids.contains(message.executionId());
      if (about && !told.remove(message.reply())) {
        later.add(AnswerView.ReplyView.of(message.reply()));
      }
    }
    return later;
  }
}
