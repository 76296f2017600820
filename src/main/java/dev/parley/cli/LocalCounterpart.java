package dev.parley.cli;

import dev.parley.conversation.ConversationId;
import dev.parley.delivery.Outbox;
import dev.parley.web.AnswerView;
import dev.parley.web.Caller;
import dev.parley.web.ExecutionView;
import dev.parley.web.MessageRequest;
import dev.parley.web.MessageView;
import dev.parley.web.Talk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The assistant in this process. */
final class LocalCounterpart extends Counterpart {
  private final Talk talk;
  private final Caller caller;
  private final @Nullable String as;
  private final ConversationId conversation;
  private final List<Outbox.Subscription> subscriptions = new ArrayList<>();

  /** Off the threads that commit, which are not free of their transaction yet. */
  private final ExecutorService teller =
      Executors.newSingleThreadExecutor(LocalCounterpart::thread);

  LocalCounterpart(Talk talk, Caller caller, @Nullable String as, String conversation) {
    this.talk = talk;
    this.caller = caller;
    this.as = as;
    this.conversation = caller.conversation(conversation, Caller.TERMINAL);
    begin();
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "terminal-news");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public String name() {
    return talk.person(caller, as).name();
  }

  @Override
  String key() {
    return talk.person(caller, as).person();
  }

  @Override
  public Collection<String> vocabulary() {
    return talk.vocabulary(caller, as, conversation);
  }

  @Override
  AnswerView exchange(String text) {
    return talk.say(caller, conversation, new MessageRequest(text, as, null));
  }

  @Override
  Optional<ExecutionView> execution(String id) {
    return talk.execution(caller, id);
  }

  @Override
  long latest() {
    return talk.last(conversation);
  }

  @Override
  MessageView.Page after(long number) {
    return talk.after(conversation, number);
  }

  @Override
  public void onNews(Runnable listener) {
    subscriptions.add(talk.subscribe(conversation, () -> teller.execute(listener)));
  }

  @Override
  public void close() {
    subscriptions.forEach(Outbox.Subscription::close);
    teller.shutdown();
  }
}
