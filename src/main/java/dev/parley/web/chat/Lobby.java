package dev.parley.web.chat;

import dev.parley.action.ActiveRun;
import dev.parley.action.ActiveRuns;
import dev.parley.conversation.ConversationId;
import dev.parley.delivery.Outbox;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Everybody who has the page open, and the news that each of them is woken for. */
public final class Lobby implements ActiveRuns.Watcher, AutoCloseable {
  private static final long OUTPUT_PAUSE_MILLIS = 100;

  private final Set<Guest> guests = ConcurrentHashMap.newKeySet();
  private final Map<String, LiveOutput> outputs = new ConcurrentHashMap<>();
  private final AtomicBoolean outputDue = new AtomicBoolean();
  private final ScheduledExecutorService timer;
  private final Outbox.Subscription subscription;

  public Lobby(Happenings happenings) {
    timer = Executors.newSingleThreadScheduledExecutor(Lobby::thread);
    happenings.runs().watch(this);
    subscription = happenings.transcript().subscribe(this::said);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "web-chat");
    thread.setDaemon(true);
    return thread;
  }

  void enter(Guest guest) {
    guests.add(guest);
  }

  void leave(Guest guest) {
    guests.remove(guest);
  }

  /** Does something later, unless it is cancelled. */
  ScheduledFuture<?> later(Duration when, Runnable task) {
    return timer.schedule(task, when.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What the executions that run now have said. */
  Map<String, LiveOutput> outputs() {
    return outputs;
  }

  private void said(ConversationId conversation) {
    guests.forEach(guest -> guest.said(conversation));
  }

  @Override
  public void began(ActiveRun run) {
    var output = new LiveOutput();
    outputs.put(run.executionId(), output);
    run.follow(
        (target, text) -> {
          output.append(target, text);
          if (outputDue.compareAndSet(false, true)) {
            later(Duration.ofMillis(OUTPUT_PAUSE_MILLIS), this::outputCame);
          }
        });
    guests.forEach(Guest::runsChanged);
  }

  private void outputCame() {
    outputDue.set(false);
    guests.forEach(Guest::outputCame);
  }

  @Override
  public void over(String executionId) {
    outputs.remove(executionId);
    guests.forEach(Guest::runsChanged);
  }

  @Override
  public void close() {
    subscription.close();
    timer.shutdownNow();
  }
}
